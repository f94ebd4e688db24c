package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Optional<FoundStudy> study,
    Map<String, ThresholdCurve> candidates,
    DriftNote drift) {
  private static final String IMBALANCE = "imbalance";
  private static final String FAIRNESS = "fairness";
  private static final List<String> IMBALANCE_TABLES = List.of(IMBALANCE, "imbalance-comparisons");
  private static final List<String> STUDY_TABLES =
      List.of(
          "ladder", "ladder-hold-out", "comparisons", "search", "thresholds", "leakage", FAIRNESS);

  static Surroundings of(Workspace workspace, String run) {
    Optional<FoundStudy> study = FoundStudy.find(workspace, run);
    return new Surroundings(
        run, study, study.map(FoundStudy::curves).orElseGet(Map::of), DriftNote.read(workspace));
  }

  /** What the study says of the rarity of defaults, or that there is none. */
  Section imbalance(DocumentTexts texts) {
    return section(IMBALANCE_TABLES, "imbalance", texts);
  }

  /** The tables of the study, or that there is none. */
  Section study(DocumentTexts texts) {
    String language = texts.french() ? "-fr" : "";
    List<String> names = new ArrayList<>(STUDY_TABLES);
    names.add("risk-zones" + language);
    names.add("rules" + language);
    return section(names, "study", texts);
  }

  /** The models of the study, or that there is none. */
  Section candidates(DocumentTexts texts) {
    return section(List.of("ladder"), "study", texts);
  }

  /** Where to read about decisions by gender and age. */
  String fairness(DocumentTexts texts) {
    boolean measured =
        study.stream().anyMatch(of -> !of.tables(List.of(FAIRNESS), texts).isEmpty());
    return texts.say(measured ? "fairness.some" : "fairness.none");
  }

  /** Whose figures follow, and whether they are those of the documented training. */
  private String introduction(String key, DocumentTexts texts) {
    String study = this.study.orElseThrow().run();
    String some = texts.say(key + ".some", "run", study);
    return study.equals(run) ? some : texts.say("study.other", "run", study) + " " + some;
  }

  private Section section(List<String> names, String key, DocumentTexts texts) {
    List<Grid> tables = study.map(of -> of.tables(names, texts)).orElseGet(List::of);
    return new Section(
        tables.isEmpty() ? texts.say(key + ".none") : introduction(key, texts), tables);
  }
}
