package io.clairscore.pipelines.training;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.run.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What a training measured; kept in the bundle as its metrics, where the fields of the parts stand
 * beside each other.
 *
 * @param data what it learned from
 * @param choice what cross-validation chose
 * @param crossFitted training clients, each judged by models, thresholds and calibrations fitted on
 *     other folds
 * @param threshold from where on clients are refused
 * @param holdOut metrics of the hold-out, with intervals
 * @param approvalRatios share of accepted training clients by group of gender and of age, as a
 *     share of that of the best group
 * @param recourse how many refused clients a realistic change would have accepted; null if that was
 *     not measured, as before it was, and where nobody is refused or there are no dossiers
 * @param compactSizes numbers of features that were tried, and what each is worth; empty if none
 * @param strongestFeatures AUC of the features that say most alone
 * @param warnings what a reader must know
 */
@JsonDeserialize(using = TrainReport.Reader.class)
public record TrainReport(
    @JsonUnwrapped Data data,
    @JsonUnwrapped Choice choice,
    @JsonUnwrapped CrossFitted crossFitted,
    @JsonUnwrapped Threshold threshold,
    Map<Metric, Estimate> holdOut,
    Map<String, Double> approvalRatios,
    RecourseRate recourse,
    List<CompactSize> compactSizes,
    Map<String, Double> strongestFeatures,
    List<String> warnings)
    implements Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What a model was trained on.
   *
   * @param profile which inputs it was allowed to learn from; absent before there were profiles
   * @param featuresVersion Delta version of the features
   * @param admittedFeatures features of that profile
   * @param featureCount features of the vector
   * @param trainingClients clients the model was fitted on
   * @param holdOutClients clients kept apart
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Data(
      String profile,
      long featuresVersion,
      int admittedFeatures,
      int featureCount,
      int trainingClients,
      int holdOutClients) {}

  /**
   * The point of the grid that is served.
   *
   * @param candidates points of the grid with their mean cost over the folds
   * @param chosen the point with the least cost
   * @param rounds trees of the served model
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Choice(List<Candidate> candidates, GridPoint chosen, int rounds) {
    public Choice {
      candidates = List.copyOf(candidates);
    }
  }

  /** A point of the grid and its cost per client, the mean of the folds' best. */
  public record Candidate(GridPoint point, double cost) {}

  /**
   * Figures of the folds.
   *
   * @param folds each fold
   * @param outOfFold metrics of all of them
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record CrossFitted(List<FoldReport> folds, Map<Metric, Double> outOfFold) {
    public CrossFitted {
      folds = List.copyOf(folds);
    }
  }

  /**
   * Where the model refuses.
   *
   * @param thresholdMargin lowest margin that is refused, fitted on all out-of-fold scores
   * @param thresholdProbability its calibrated probability
   * @param breakEvenProbability what theory says it should be for these costs
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Threshold(
      double thresholdMargin, double thresholdProbability, double breakEvenProbability) {}

  public TrainReport {
    compactSizes = List.copyOf(compactSizes);
    warnings = List.copyOf(warnings);
  }

  /** The parts that are not written beside each other. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Rest(
      Map<Metric, Estimate> holdOut,
      Map<String, Double> approvalRatios,
      RecourseRate recourse,
      List<CompactSize> compactSizes,
      Map<String, Double> strongestFeatures,
      List<String> warnings) {
    Rest {
      // Absent in bundles of earlier versions, which kept all features.
      compactSizes = compactSizes == null ? List.of() : List.copyOf(compactSizes);
      warnings = List.copyOf(warnings);
    }
  }

  /** Reads what a bundle holds: Jackson writes unwrapped parts of records, but reads none. */
  static final class Reader extends JsonDeserializer<TrainReport> {
    @Override
    public TrainReport deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode flat = parser.readValueAsTree();
      Rest rest = JSON.treeToValue(flat, Rest.class);
      return new TrainReport(
          JSON.treeToValue(flat, Data.class),
          JSON.treeToValue(flat, Choice.class),
          JSON.treeToValue(flat, CrossFitted.class),
          JSON.treeToValue(flat, Threshold.class),
          rest.holdOut,
          rest.approvalRatios,
          rest.recourse,
          rest.compactSizes,
          rest.strongestFeatures,
          rest.warnings);
    }
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "%,d clients trained on %d features of the %d that the profile %s admits, %,d kept apart;"
                + " %d trees of depth %d",
            data.trainingClients,
            data.featureCount,
            data.admittedFeatures,
            data.profile,
            data.holdOutClients,
            choice.rounds,
            choice.chosen.maxDepth()));
    lines.add("AUC over the folds " + spread(FoldReport::auc));
    lines.add("cost per client over the folds " + spread(FoldReport::costPerClient));
    lines.add(
        text(
            "refused from a default probability of %.4f on (break-even %.4f)",
            threshold.thresholdProbability, threshold.breakEvenProbability));
    compactSizes.forEach(size -> lines.add(line(size)));
    holdOut.forEach(
        (metric, estimate) ->
            lines.add(
                text(
                    metric.kind() == Metric.Kind.COUNT
                        ? "hold-out %-26s %,10.0f  [%,.0f, %,.0f]"
                        : "hold-out %-26s %10.4f  [%.4f, %.4f]",
                    metric.label(),
                    estimate.value(),
                    estimate.low(),
                    estimate.high())));
    lines.add(RecourseRate.line(recourse));
    warnings.forEach(warning -> lines.add("WARNING " + warning));
    return lines;
  }

  private static String line(CompactSize size) {
    String worth =
        text(
            "%d features: AUC %.4f, cost per client %.4f",
            size.features(), size.auc(), size.costPerClient());
    String compared =
        size.aucDifference() == null
            ? ""
            : text(
                "; to all features %+.4f [%+.4f, %+.4f] and %+.4f [%+.4f, %+.4f]",
                size.aucDifference().value(),
                size.aucDifference().low(),
                size.aucDifference().high(),
                size.costDifference().value(),
                size.costDifference().low(),
                size.costDifference().high());
    return worth + compared + (size.served() ? "; served" : "");
  }

  private String spread(ToDoubleFunction<FoldReport> figure) {
    SummaryStatistics statistics = new SummaryStatistics();
    crossFitted.folds.forEach(fold -> statistics.addValue(figure.applyAsDouble(fold)));
    return text(
        "%.4f ± %.4f [%.4f, %.4f]",
        statistics.getMean(),
        statistics.getStandardDeviation(),
        statistics.getMin(),
        statistics.getMax());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
