package io.clairscore.pipelines.study;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.learner.CoefficientPath;
import io.clairscore.pipelines.training.ClientGroups;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of a study, made from stored scores: nothing is fitted for them. Of an unfinished
 * study they show the candidates it has.
 */
final class StudyReport {
  /** The configuration the study began with. */
  static final String CONFIGURATION = "configuration";

  static final String TUNED = "xgboost-tuned";
  static final String MONOTONE = "xgboost-monotone";
  static final String REGULATORY = "xgboost-regulatory";

  /** Tables too long for a terminal. */
  private static final Set<String> QUIET =
      Set.of(
          "folds",
          "cost-curve",
          "search-points",
          "importance",
          "rules-fr",
          "risk-zones-fr",
          EffectTables.EFFECTS,
          EffectTables.ERRORS,
          CoefficientTable.NAME);

  private final StudyRecords records;
  private final Configuration conf;
  private final Bootstrap bootstrap;
  private final Judgements judgements;

  StudyReport(StudyRecords records, Configuration conf) {
    this.records = records;
    this.conf = conf;
    this.bootstrap = new Bootstrap(conf.study().resamples(), conf.training().seed());
    this.judgements = new Judgements(records, conf.business(), bootstrap);
  }

  Judgements judgements() {
    return judgements;
  }

  /** Writes every table into the study's folder and returns them as lines. */
  List<String> write() {
    return write(records.folder());
  }

  List<String> write(Path folder) {
    List<String> lines = new ArrayList<>();
    if (!records.has(ExplanationTables.NAME)) {
      lines.add("This study is not finished; these are the candidates it has so far.");
    }
    StudyFolder written = new StudyFolder(folder);
    lines.addAll(written.write(tables(), QUIET));
    if (records.has(ExplanationTables.NAME)) {
      for (Language language : Language.values()) {
        new StudyFigures(explanation(), language).pictures().forEach(written::write);
      }
    }
    return lines;
  }

  private List<ResultTable> tables() {
    List<Ladder.Rung> rungs = new Ladder(conf).rungs();
    List<String> models = new ArrayList<>(rungs.stream().map(Ladder.Rung::name).toList());
    models.addAll(List.of(TUNED, MONOTONE, REGULATORY));
    List<String> treatments =
        new Imbalance(conf).candidates().stream().map(Candidate::name).toList();
    LadderTables ladder = new LadderTables(judgements);
    List<ResultTable> tables = new ArrayList<>();
    tables.add(ladder.outOfFold("ladder", "Models, out of fold", done(models)));
    tables.add(ladder.holdOut("ladder-hold-out", "Models, hold-out", done(models)));
    tables.add(comparisons("comparisons", "Models", pairs(rungs)));
    tables.add(ladder.outOfFold("imbalance", "Rarity of defaults, out of fold", done(treatments)));
    tables.add(comparisons("imbalance-comparisons", "Rarity of defaults", untreated(treatments)));
    tables.add(ladder.folds(done(models)));
    if (records.has(CoefficientTable.NAME)) {
      tables.add(
          new CoefficientTable(records.result(CoefficientTable.NAME, CoefficientPath.class))
              .table());
    }
    List<String> points = new Search(conf).names();
    if (done(points).size() == points.size()) {
      tables.add(new SearchTable(judgements).parts(points));
      tables.add(new SearchTable(judgements).points(points));
    }
    if (records.has(ExplanationTables.NAME)) {
      tables.addAll(ofChosen(judgements.chosen()));
    }
    return tables;
  }

  private List<ResultTable> ofChosen(String chosen) {
    ThresholdTables thresholds =
        new ThresholdTables(
            judgements.of(chosen), conf.business(), conf.training().folds(), bootstrap);
    ExplanationTables explanation = new ExplanationTables(explanation());
    EffectTables effects = new EffectTables(explanation().effects());
    return List.of(
        thresholds.rules(chosen),
        thresholds.curve(),
        new LeakageTable(records, judgements, conf.training().leakage()).of(chosen),
        fairness(chosen),
        explanation.groups(),
        explanation.features(),
        explanation.rules("rules", false),
        explanation.rules("rules-fr", true),
        effects.zones("risk-zones", Language.ENGLISH),
        effects.zones("risk-zones-fr", Language.FRENCH),
        effects.effectsByInterval(),
        effects.errorsByInterval());
  }

  private ModelExplanation explanation() {
    return records.result(ExplanationTables.NAME, ModelExplanation.class);
  }

  private List<String> done(List<String> names) {
    return names.stream().filter(records::has).toList();
  }

  /** Each rung against the next simpler one, and what else a reader will ask. */
  private static List<List<String>> pairs(List<Ladder.Rung> rungs) {
    List<List<String>> pairs = new ArrayList<>();
    for (Ladder.Rung rung : rungs) {
      if (rung.against() != null) {
        pairs.add(List.of(rung.name(), rung.against()));
      }
    }
    pairs.add(List.of(Ladder.XGBOOST, Ladder.LOGISTIC));
    pairs.add(List.of(TUNED, Ladder.XGBOOST));
    pairs.add(List.of(TUNED, Ladder.LOGISTIC));
    pairs.add(List.of(MONOTONE, TUNED));
    pairs.add(List.of(REGULATORY, TUNED));
    return pairs;
  }

  private static List<List<String>> untreated(List<String> treatments) {
    return treatments.stream()
        .filter(name -> !name.equals(Imbalance.UNTREATED))
        .map(name -> List.of(name, Imbalance.UNTREATED))
        .toList();
  }

  private ResultTable comparisons(String name, String title, List<List<String>> pairs) {
    return new ResultTable(
        name,
        title + ": cost per client, and AUC, less that of the other; paired 95 % intervals",
        List.of("candidate", "against", "out of fold", "hold-out", "AUC out of fold"),
        pairs.stream()
            .filter(pair -> done(pair).size() == pair.size())
            .map(pair -> comparison(pair.get(0), pair.get(1)))
            .toList());
  }

  private List<String> comparison(String candidate, String against) {
    return List.of(
        candidate,
        against,
        Cells.interval(judgements.outOfFold(candidate, against)),
        Cells.interval(judgements.holdOut(candidate, against)),
        Cells.interval(judgements.aucOutOfFold(candidate, against)));
  }

  private ResultTable fairness(String chosen) {
    Map<String, Decisions> decisions = new LinkedHashMap<>();
    for (String candidate : List.of(chosen, REGULATORY)) {
      decisions.put(candidate, judgements.of(candidate).outOfFold());
    }
    return new FairnessTable(
            records.result(FairnessTable.GROUPS, ClientGroups.class), conf.business())
        .of(decisions);
  }
}
