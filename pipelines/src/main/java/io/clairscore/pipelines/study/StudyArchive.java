package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a study kept of each candidate beside its results: settings, grid and scores. */
public final class StudyArchive {
  private final StudyRecords records;

  private StudyArchive(StudyRecords records) {
    this.records = records;
  }

  /** The archive of a run's study. */
  public static StudyArchive of(Workspace workspace, String run) {
    return new StudyArchive(new StudyRecords(workspace, run));
  }

  /**
   * A candidate as it was fitted.
   *
   * @param settings the chosen point of its grid
   * @param grid every point with its cost over the folds
   * @param fitSeconds time of its fits over the folds
   */
  public record Kept(
      Map<String, String> settings,
      List<Map.Entry<Map<String, String>, Double>> grid,
      double fitSeconds) {}

  /** What is kept of a candidate, if it was fitted and its record is there. */
  public Optional<Kept> kept(String candidate) {
    if (!records.has(candidate)) {
      return Optional.empty();
    }
    CandidateRecord record = records.candidate(candidate);
    return Optional.of(
        new Kept(
            record.parameters(),
            record.grid().stream()
                .map(point -> Map.entry(point.parameters(), point.costPerClient()))
                .toList(),
            record.fitSeconds()));
  }

  /** A candidate judged at the study's own costs, if its scores and settings are there. */
  public Optional<Judged> judged(String candidate) {
    Optional<BusinessConf> costs = costs();
    boolean scored = Files.exists(records.scoreFile(candidate).path());
    if (!records.has(candidate) || !scored || costs.isEmpty()) {
      return Optional.empty();
    }
    Double threshold = records.candidate(candidate).threshold();
    return Optional.of(Judged.of(records.scores(candidate), threshold, costs.get()));
  }

  /** What wrong decisions cost in the study, if its configuration is there. */
  public Optional<BusinessConf> costs() {
    if (!records.has(StudyReport.CONFIGURATION)) {
      return Optional.empty();
    }
    JsonNode business = records.result(StudyReport.CONFIGURATION, JsonNode.class).path("business");
    return business.isObject()
        ? Optional.of(StudyRecords.read(business, BusinessConf.class))
        : Optional.empty();
  }
}
