package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.study.evaluation.Decisions;
import io.clairscore.pipelines.study.evaluation.PairedBootstrap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a study, made from stored scores: nothing is fitted for them. */
final class StudyReport {
  /** The configuration the study began with. */
  static final String CONFIGURATION = "configuration";

  static final String TUNED = "xgboost-tuned";
  static final String REGULATORY = "xgboost-regulatory";

  /** Tables too long for a terminal. */
  private static final Set<String> QUIET = Set.of("folds", "cost-curve", "search-points");

  private final StudyRecords records;
  private final Configuration conf;
  private final PairedBootstrap bootstrap;
  private final Judgements judgements;

  StudyReport(StudyRecords records, Configuration conf) {
    this.records = records;
    this.conf = conf;
    this.bootstrap = new PairedBootstrap(conf.study().resamples(), conf.training().seed());
    this.judgements = new Judgements(records, conf.business(), bootstrap);
  }

  /** Writes every table into the study's folder and returns them as lines. */
  List<String> write() {
    return write(records.folder());
  }

  List<String> write(Path folder) {
    return new StudyFolder(folder).write(tables(), QUIET);
  }

  private List<ResultTable> tables() {
    List<Ladder.Rung> rungs = new Ladder(conf).rungs();
    List<String> models = new ArrayList<>(rungs.stream().map(Ladder.Rung::name).toList());
    models.addAll(List.of(TUNED, REGULATORY));
    List<String> treatments =
        new Imbalance(conf).candidates().stream().map(Candidate::name).toList();
    List<String> points = new Search(conf).names();
    String chosen = judgements.cheapest(List.of(Ladder.XGBOOST, TUNED));
    LadderTables ladder = new LadderTables(judgements);
    SearchTable search = new SearchTable(judgements);
    ThresholdTables thresholds =
        new ThresholdTables(
            judgements.of(chosen), conf.business(), conf.training().folds(), bootstrap);
    List<ResultTable> tables = new ArrayList<>();
    tables.add(ladder.outOfFold("ladder", "Models, out of fold", models));
    tables.add(ladder.holdOut("ladder-hold-out", "Models, hold-out", models));
    tables.add(comparisons("comparisons", "Models", pairs(rungs)));
    tables.add(ladder.outOfFold("imbalance", "Rarity of defaults, out of fold", treatments));
    tables.add(comparisons("imbalance-comparisons", "Rarity of defaults", untreated(treatments)));
    tables.add(search.parts(points));
    tables.add(search.points(points));
    tables.add(thresholds.rules(chosen));
    tables.add(thresholds.curve());
    tables.add(new LeakageTable(records, judgements, conf.training().leakage()).of(chosen));
    tables.add(fairness(chosen));
    tables.add(ladder.folds(models));
    return tables;
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
        title + ": cost per client less that of the other, paired 95 % intervals",
        List.of("candidate", "against", "out of fold", "hold-out"),
        pairs.stream().map(pair -> comparison(pair.get(0), pair.get(1))).toList());
  }

  private List<String> comparison(String candidate, String against) {
    return List.of(
        candidate,
        against,
        Cells.interval(judgements.outOfFold(candidate, against)),
        Cells.interval(judgements.holdOut(candidate, against)));
  }

  private ResultTable fairness(String chosen) {
    Map<String, Decisions> decisions = new LinkedHashMap<>();
    for (String candidate : List.of(chosen, REGULATORY)) {
      decisions.put(candidate, judgements.of(candidate).outOfFold());
    }
    return new FairnessTable(records.result(ClientGroups.NAME, ClientGroups.class), conf.business())
        .of(decisions);
  }
}
