package io.clairscore.pipelines.study;

import io.clairscore.features.text.Language;
import io.clairscore.features.use.Profile;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.evaluation.Bootstrap;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.learner.CoefficientPath;
import io.clairscore.pipelines.study.results.ChosenModel;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.pipelines.training.RecourseRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a study, made from stored scores: nothing is fitted for them. Of an unfinished
 * study they show the candidates it has.
 */
final class StudyReport {
  /** The configuration the study began with. */
  static final String CONFIGURATION = "configuration";

  static final String TUNED = "xgboost-tuned";
  static final String MONOTONE = "xgboost-monotone";

  /** What the chosen model does as a whole. */
  static final String EXPLANATION = "explanation";

  /** How many of the clients that the chosen model refuses could change that. */
  static final String RECOURSE = "recourse";

  /** The coefficients of the logistic regression against its penalty. */
  static final String COEFFICIENTS = "coefficient-path";

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

  /** The profile that the study is not of. */
  static Profile other(Configuration conf) {
    return conf.training().inputs() == Profile.FAIR ? Profile.FULL : Profile.FAIR;
  }

  /** The tuned model of that profile. */
  static String otherProfile(Configuration conf) {
    return "xgboost-" + other(conf).key();
  }

  Judgements judgements() {
    return judgements;
  }

  /** Writes results and tables into the study's folder and returns them as lines. */
  List<String> write() {
    return write(records.folder());
  }

  List<String> write(Path folder) {
    List<String> lines = new ArrayList<>();
    if (!records.has(EXPLANATION)) {
      lines.add("This study is not finished; these are the candidates it has so far.");
    }
    StudyFolder written = new StudyFolder(folder);
    lines.addAll(written.write(results()));
    if (records.has(RECOURSE)) {
      lines.add(RecourseRate.line(records.result(RECOURSE, RecourseRate.class)));
    }
    if (records.has(EXPLANATION)) {
      for (Language language : Language.values()) {
        new StudyFigures(explanation(), language).pictures().forEach(written::write);
      }
    }
    return lines;
  }

  private StudyResults results() {
    List<Ladder.Rung> rungs = new Ladder(conf).rungs();
    List<String> models = new ArrayList<>(rungs.stream().map(Ladder.Rung::name).toList());
    models.addAll(List.of(TUNED, MONOTONE, otherProfile(conf)));
    List<String> treatments =
        new Imbalance(conf).candidates().stream().map(Candidate::name).toList();
    List<String> points = new Search(conf).names();
    Contests contests = new Contests(judgements);
    return new StudyResults(
        contests.of(done(models), bothDone(pairs(rungs))),
        contests.of(done(treatments), bothDone(untreated(treatments))),
        records.has(COEFFICIENTS) ? records.result(COEFFICIENTS, CoefficientPath.class) : null,
        done(points).size() == points.size() ? contests.search(points) : null,
        records.has(EXPLANATION) ? chosen(judgements.chosen()) : null);
  }

  private ChosenModel chosen(String name) {
    Thresholds thresholds =
        new Thresholds(judgements.of(name), conf.business(), conf.training().folds(), bootstrap);
    return new ChosenModel(
        name,
        conf.business(),
        thresholds.compared(),
        thresholds.curve(),
        new LeakageLooks(records, judgements, conf.training().leakage()).of(name),
        groups(name),
        explanation());
  }

  private ModelExplanation explanation() {
    return records.result(EXPLANATION, ModelExplanation.class);
  }

  private List<String> done(List<String> names) {
    return names.stream().filter(records::has).toList();
  }

  private List<List<String>> bothDone(List<List<String>> pairs) {
    return pairs.stream().filter(pair -> done(pair).size() == pair.size()).toList();
  }

  /** Each rung against the next simpler one, and what else a reader will ask. */
  private List<List<String>> pairs(List<Ladder.Rung> rungs) {
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
    pairs.add(List.of(otherProfile(conf), TUNED));
    return pairs;
  }

  private static List<List<String>> untreated(List<String> treatments) {
    return treatments.stream()
        .filter(name -> !name.equals(Imbalance.UNTREATED))
        .map(name -> List.of(name, Imbalance.UNTREATED))
        .toList();
  }

  private List<ChosenModel.GroupResult> groups(String chosen) {
    Map<String, Decisions> decisions = new LinkedHashMap<>();
    for (String candidate : List.of(chosen, otherProfile(conf))) {
      decisions.put(candidate, judgements.of(candidate).outOfFold());
    }
    return new Fairness(records.result(Fairness.GROUPS, ClientGroups.class), conf.business())
        .of(decisions);
  }
}
