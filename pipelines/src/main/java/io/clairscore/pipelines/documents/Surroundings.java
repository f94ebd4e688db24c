package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.run.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the workspace holds beside the run and its documents mention.
 *
 * @param run the documented run
 * @param study a study of other candidates
 * @param candidates the curve of each of its candidates that can be compared
 * @param drift the newest drift report
 */
record Surroundings(
    String run,
    Optional<StudyRecord> study,
    Map<String, ThresholdCurve> candidates,
    DriftNote drift) {
  private static final String IMBALANCE = "imbalance";
  private static final String FAIRNESS = "fairness";
  private static final List<String> IMBALANCE_TABLES = List.of(IMBALANCE, "imbalance-comparisons");
  private static final List<String> STUDY_TABLES =
      List.of(
          "ladder", "ladder-hold-out", "comparisons", "search", "thresholds", "leakage", FAIRNESS);

  static Surroundings of(Workspace workspace, String run) {
    Optional<StudyRecord> study = StudyRecord.find(workspace, run);
    return new Surroundings(
        run, study, study.map(StudyRecord::curves).orElseGet(Map::of), DriftNote.read(workspace));
  }

  /** What the study says of the rarity of defaults, or that there is none. */
  String imbalance(DocumentTexts texts) {
    return tables(IMBALANCE_TABLES, "imbalance", texts);
  }

  /** The tables of the study, or that there is none. */
  String study(DocumentTexts texts) {
    String language = texts.french() ? "-fr" : "";
    List<String> names = new ArrayList<>(STUDY_TABLES);
    names.add("risk-zones" + language);
    names.add("rules" + language);
    return tables(names, "study", texts);
  }

  /** Where to read about decisions by gender and age. */
  String fairness(DocumentTexts texts) {
    boolean measured = study.flatMap(of -> of.grid(FAIRNESS, texts)).isPresent();
    return texts.say(measured ? "fairness.some" : "fairness.none");
  }

  /** Whose figures follow, and whether they are those of the documented training. */
  String introduction(String key, DocumentTexts texts) {
    String study = this.study.orElseThrow().run();
    String some = texts.say(key + ".some", "run", study);
    return study.equals(run) ? some : texts.say("study.other", "run", study) + " " + some;
  }

  private String tables(List<String> names, String key, DocumentTexts texts) {
    List<Grid> grids =
        study.stream()
            .flatMap(of -> names.stream().flatMap(name -> of.grid(name, texts).stream()))
            .toList();
    return grids.isEmpty()
        ? texts.say(key + ".none")
        : introduction(key, texts)
            + grids.stream().map(Grid::markdown).collect(Collectors.joining("\n\n", "\n\n", ""));
  }
}
