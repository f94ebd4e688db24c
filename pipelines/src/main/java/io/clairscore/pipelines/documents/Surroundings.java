package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the workspace holds beside the run and its documents mention.
 *
 * @param run the documented run
 * @param study a study of other candidates
 * @param candidates the curve of each of its candidates that can be compared
 * @param drift the newest drift report
 * @param generated whether its clients are generated
 */
record Surroundings(
    String run,
    Optional<FoundStudy> study,
    Map<String, ThresholdCurve> candidates,
    DriftNote drift,
    boolean generated) {
  private static final String ZONES = "risk-zones";
  private static final int MOST_ZONES = 6;

  static Surroundings of(Workspace workspace, String run) {
    Optional<FoundStudy> study = FoundStudy.find(workspace, run);
    return new Surroundings(
        run,
        study,
        study.map(FoundStudy::curves).orElseGet(Map::of),
        DriftNote.read(workspace),
        Files.exists(workspace.synthetic()));
  }

  /** What the study says of the rarity of defaults, or that there is none. */
  Section imbalance(DocumentTexts texts) {
    return section("imbalance", texts, of -> List.of(of.treatments(), of.treatmentDifferences()));
  }

  /** Whose models are beside the served one, and how they differ. */
  Section models(DocumentTexts texts) {
    return section("models", texts, of -> List.of(of.modelDifferences()));
  }

  /** The models of the study with every column, or that there is none. */
  Section candidates(DocumentTexts texts) {
    List<Grid> ladder =
        study.map(of -> of.tables(List.of("ladder"), texts.ofStudy())).orElseGet(List::of);
    return new Section(models(texts).text(), ladder);
  }

  /** Where the strongest features raise or lower the risk; nothing without a study. */
  List<Grid> zones(DocumentTexts texts) {
    String name = texts.french() ? ZONES + "-fr" : ZONES;
    return study.map(of -> of.tables(List.of(name), texts.ofStudy())).orElseGet(List::of).stream()
        .map(Surroundings::first)
        .toList();
  }

  private static Grid first(Grid of) {
    return new Grid(of.title(), of.header(), of.rows().stream().limit(MOST_ZONES).toList());
  }

  /** Decisions by sex and age: of a study, else of the training, else that nobody looked. */
  Section fairness(Map<String, Double> approvalRatios, DocumentTexts texts) {
    Optional<Grid> ofStudy =
        study
            .map(of -> new StudyGrids(of.results(), texts).groups())
            .filter(of -> !of.rows().isEmpty());
    if (ofStudy.isPresent()) {
      String text = texts.say("groups.study", "run", study.orElseThrow().run());
      return new Section(ofOther(text, texts), List.of(ofStudy.get()));
    }
    if (approvalRatios.isEmpty()) {
      return new Section(texts.say("groups.none"), List.of());
    }
    Grid ratios =
        Grid.of(
            texts.say("table.approval"),
            approvalRatios.entrySet().stream()
                .sorted(Comparator.comparing(row -> row.getKey().replace("below", "0")))
                .toList(),
            List.of(
                new Grid.Column<>(
                    texts.say("column.group"), row -> texts.ofStudy().word(row.getKey())),
                new Grid.Column<>(
                    texts.say("column.ofBest"), row -> texts.percent(row.getValue()))));
    return new Section(texts.say("groups.training"), List.of(ratios));
  }

  /** How the settings were searched. */
  String search(int points, DocumentTexts texts) {
    String base =
        points == 1
            ? texts.say("search.one")
            : texts.say("search.grid", "count", texts.count(points));
    return study
        .filter(of -> of.results().search() != null)
        .map(of -> texts.say("search.study", "base", base, "run", of.run()))
        .orElse(base);
  }

  private Section section(
      String key, DocumentTexts texts, Function<StudyGrids, List<Grid>> tables) {
    List<Grid> found =
        study
            .map(of -> tables.apply(new StudyGrids(of.results(), texts)))
            .orElseGet(List::of)
            .stream()
            .filter(table -> !table.rows().isEmpty())
            .toList();
    if (found.isEmpty()) {
      return new Section(texts.say(key + ".none"), found);
    }
    return new Section(
        ofOther(texts.say(key + ".some", "run", study.orElseThrow().run()), texts), found);
  }

  /** A text about the study, after whether it is of another training than the documented one. */
  private String ofOther(String text, DocumentTexts texts) {
    String run = study.orElseThrow().run();
    return run.equals(this.run) ? text : texts.say("study.other", "run", run) + " " + text;
  }
}
