package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.run.Workspace;
import java.util.List;

/**
 * The tables of a study at other costs: thresholds, decisions and figures follow from its stored
 * scores. Nothing is fitted, and what the study fitted for its own costs (the choice of grid
 * points, the search, the rules) stays.
 */
public final class StudyCosts {

  private StudyCosts() {}

  /**
   * Writes the tables to {@code runs/<run>/study/costs-<missed>-<refused>/} and returns them.
   *
   * @throws io.clairscore.pipelines.run.Refusal with USAGE if there is no such study
   */
  public static List<String> of(Workspace workspace, String runId, BusinessConf costs) {
    StudyRecords records = new StudyRecords(workspace, runId);
    Configuration began = records.result(StudyReport.CONFIGURATION, Configuration.class);
    Configuration conf =
        new Configuration(
            began.spark(),
            began.synthetic(),
            costs,
            began.training(),
            began.scoring(),
            began.tracking(),
            began.study(),
            began.drift());
    String name = "costs-" + costs.falseNegativeCost() + "-" + costs.falsePositiveCost();
    return new StudyReport(records, conf).write(records.folder().resolve(name));
  }
}
