package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.CandidateResult.Quality;
import io.clairscore.pipelines.study.results.ChosenModel;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.study.results.Comparison;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.study.results.StudyResults.Contest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A study with as many models, comparisons and groups as the longest has. */
public final class LongStudy {
  private static final Estimate ESTIMATE = new Estimate(-0.0123, -0.0234, -0.0012);

  private LongStudy() {}

  public static String json() {
    List<String> models =
        List.of(
            "accept-all",
            "refuse-all",
            "random",
            "logistic",
            "scorecard",
            "random-forest",
            "boosted-trees",
            "xgboost",
            "xgboost-tuned",
            "xgboost-monotone",
            "xgboost-regulatory",
            "full",
            "fair",
            "compact");
    List<String> treatments =
        List.of(
            "imbalance-none",
            "imbalance-class-weights",
            "imbalance-undersampling",
            "imbalance-smote");
    return new StudyResults(contest(models), contest(treatments), null, null, chosen()).json();
  }

  private static Contest contest(List<String> names) {
    return new Contest(
        names.stream().map(LongStudy::candidate).toList(),
        names.stream()
            .skip(1)
            .map(name -> new Comparison(name, names.get(0), ESTIMATE, ESTIMATE, ESTIMATE))
            .toList());
  }

  private static CandidateResult candidate(String name) {
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      metrics.put(metric, 0.5123);
    }
    Quality quality = new Quality(metrics, 0.0034);
    return new CandidateResult(name, quality, quality, -2.1, 0.8, 123.4, 1.2, List.of());
  }

  private static ChosenModel chosen() {
    List<GroupResult> groups =
        Stream.of("xgboost-tuned", "xgboost-regulatory")
            .flatMap(
                model ->
                    Stream.of(
                            "gender F",
                            "gender M",
                            "gender XNA",
                            "age below 30",
                            "age 30-39",
                            "age 40-49",
                            "age 50-59",
                            "age 60 and more")
                        .map(group -> group(model, group)))
            .toList();
    return new ChosenModel(
        "xgboost-tuned",
        new BusinessConf(10, 1),
        List.of(),
        List.of(),
        List.of(),
        groups,
        new ModelExplanation(List.of(), List.of(), 0, List.of(), List.of()));
  }

  private static GroupResult group(String model, String group) {
    return new GroupResult(model, group, 12345, ESTIMATE, ESTIMATE, ESTIMATE, 0.081, 0.082, 0.5123);
  }
}
