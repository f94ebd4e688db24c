package io.clairscore.pipelines.drift.meaning;

import io.clairscore.drift.meaning.CorrelationShift;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.meaning.SegmentShift;
import io.clairscore.drift.meaning.SegmentTally;
import io.clairscore.drift.meaning.Segmentation;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.conf.MeaningConf;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.drift.scan.ScoreTally;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What drift means for the decisions of a model, as far as the populations allow to say. */
public final class Meanings {
  private final Job job;
  private final Map<String, Double> importances;

  /**
   * @param importances of the columns, none if there is no model
   */
  public Meanings(Job job, Map<String, Double> importances) {
    this.job = job;
    this.importances = importances;
  }

  /** Without a model nothing but the classifier between the populations can be asked. */
  public Meaning of(Cohort reference, Cohort current, List<String> kinds) {
    MeaningConf conf = job.conf().drift().meaning();
    // By the features if both have them, or else by the first table they share.
    String kind = kinds.contains(Layer.FEATURES) ? Layer.FEATURES : kinds.get(0);
    Layer before = reference.layer(kind).orElseThrow();
    Layer after = current.layer(kind).orElseThrow();
    List<ColumnSpec> columns = columns(before, after, conf.domainColumns());
    if (conf.domainRows() == 0
        || columns.isEmpty()
        || !before.hasClients()
        || !after.hasClients()) {
      return Meaning.NONE;
    }
    job.progress().say("telling the populations apart by " + kind);
    DomainSample sample = new DomainSample(conf.domainRows(), job.conf().drift().seed());
    List<SampledRow> some = sample.of(before, columns);
    List<SampledRow> others = sample.of(after, columns);
    return Meaning.NONE
        .with(new DomainClassifier(job).of(some, others, columns))
        .with(correlations(some, others, columns));
  }

  /** Of the most important columns: without importances none is. */
  private CorrelationShift correlations(
      List<SampledRow> before, List<SampledRow> after, List<ColumnSpec> columns) {
    List<String> names =
        columns.stream()
            .limit(job.conf().drift().topFeatures())
            .filter(column -> importances.getOrDefault(column.name(), 0.0) > 0)
            .map(ColumnSpec::name)
            .toList();
    return CorrelationShift.of(
        names,
        before.stream().map(SampledRow::features).toList(),
        after.stream().map(SampledRow::features).toList(),
        job.conf().drift().meaning().correlation(),
        job.conf().drift().policy().level());
  }

  /** What the scores of both populations add to it. */
  public static Meaning with(
      Meaning meaning, Bundle bundle, ScoreTally reference, ScoreTally current) {
    Manifest manifest = bundle.manifest();
    HeldOut heldOut = HeldOut.of(manifest);
    List<SegmentShift> segments = new ArrayList<>();
    reference
        .segments()
        .forEach(
            (column, before) -> {
              if (current.segments().containsKey(column)) {
                segments.add(segment(column, before, current.segments().get(column)));
              }
            });
    return meaning
        .with(
            PerformanceEstimate.of(
                current.outcomes(),
                manifest.threshold().falseNegativeCost(),
                manifest.threshold().falsePositiveCost(),
                heldOut.figures(),
                heldOut.clients()))
        .with(segments);
  }

  private static SegmentShift segment(
      String name, Map<String, SegmentTally> before, Map<String, SegmentTally> after) {
    CategoryColumn column = (CategoryColumn) Table.APPLICATION.schema().byName().get(name);
    return Segmentation.of(
        name,
        Texts.all().label(column),
        before,
        after,
        value ->
            column.values().contains(value)
                ? Texts.all().label(column, value)
                : new Text(value, value));
  }

  /** Columns of both, the most important first. */
  private List<ColumnSpec> columns(Layer before, Layer after, int most) {
    List<String> names = after.names();
    return before.columns().stream()
        .filter(column -> names.contains(column.name()))
        .sorted(
            Comparator.comparingDouble(
                (ColumnSpec column) -> -importances.getOrDefault(column.name(), 0.0)))
        .limit(most)
        .toList();
  }

  /** What the summary for a person says of it. */
  public static List<String> lines(Meaning meaning) {
    List<String> lines = new ArrayList<>();
    meaning
        .performance()
        .figure(OutcomeFigure.COST_PER_CLIENT)
        .ifPresent(
            cost ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "estimated without labels: cost per client %.4f ± %.4f, realised %.4f",
                        cost.estimated(),
                        cost.bound(),
                        cost.realised().value())));
    if (meaning.domain().known()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "populations told apart with an AUC of %.3f (by chance up to %.3f)",
              meaning.domain().auc(),
              0.5 + meaning.domain().bound()));
    }
    return lines;
  }
}
