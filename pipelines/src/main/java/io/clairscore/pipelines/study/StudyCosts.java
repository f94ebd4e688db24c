package io.clairscore.pipelines.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.StudyConf;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.run.Workspace;
import java.util.List;

/**
 * The tables of a study at other costs: thresholds, decisions and figures follow from its stored
 * scores. Nothing is fitted, and what the study fitted for its own costs (the choice of grid
 * points, the search, the rules) stays.
 */
public final class StudyCosts {

  /** Of the settings the study began with, those that its tables follow. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Began(TrainingConf training, StudyConf study) {}

  private StudyCosts() {}

  /**
   * Writes the tables at the costs of the effective configuration to {@code
   * runs/<run>/study/costs-<missed>-<refused>/} and returns them.
   *
   * @throws Refusal with USAGE if there is no such study
   */
  public static List<String> of(Workspace workspace, String runId, Configuration now) {
    StudyRecords records = new StudyRecords(workspace, runId);
    Began began = records.result(StudyReport.CONFIGURATION, Began.class);
    Configuration conf =
        new Configuration(
            now.spark(),
            now.synthetic(),
            now.business(),
            began.training(),
            now.scoring(),
            now.presentation(),
            now.documents(),
            now.published(),
            now.tracking(),
            began.study(),
            now.drift());
    BusinessConf costs = now.business();
    String name = "costs-" + costs.falseNegativeCost() + "-" + costs.falsePositiveCost();
    return new StudyReport(records, conf).write(records.folder().resolve(name));
  }
}
