package io.clairscore.pipelines.drift.meaning;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.Separation;
import io.clairscore.drift.meaning.TellingFeature;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.MeaningConf;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.Layer;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DomainClassifierTest extends SparkTest {
  private static final int ROWS = 1500;
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

  /** Six numbers of the same distribution each, the first two correlated. */
  private Layer clients(int first, double correlation, long seed) {
    Random random = new Random(seed);
    StructType schema = new StructType().add("SK_ID_CURR", DataTypes.IntegerType);
    for (String name : NAMES) {
      schema = schema.add(name, DataTypes.FloatType);
    }
    List<Row> rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> {
                  Object[] cells = new Object[1 + NAMES.size()];
                  double shared = random.nextGaussian();
                  cells[0] = first + i;
                  for (int column = 1; column < cells.length; column++) {
                    double own = random.nextGaussian();
                    double weight = column <= 2 ? correlation : 0;
                    cells[column] =
                        (float) (Math.sqrt(weight) * shared + Math.sqrt(1 - weight) * own);
                  }
                  return RowFactory.create(cells);
                })
            .toList();
    return new Layer(
        Layer.FEATURES,
        session().createDataFrame(rows, schema),
        NAMES.stream().map(name -> new ColumnSpec(name, ColumnType.REAL)).toList());
  }

  private Job job(String... settings) {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(
        session(),
        new Workspace(Path.of("target", "nowhere")),
        SyntheticClients.configuration(settings),
        "drift",
        silent);
  }

  private DomainShift shift(Layer before, Layer after, String... settings) {
    Job job = job(settings);
    MeaningConf conf = job.conf().drift().meaning();
    List<ColumnSpec> columns = before.columns();
    DomainSample sample = new DomainSample(conf.domainRows(), job.conf().drift().seed());
    return new DomainClassifier(job)
        .of(sample.of(before, columns), sample.of(after, columns), columns);
  }

  @Test
  void populationsThatAreAlikeCannotBeToldApart() {
    DomainShift shift = shift(clients(0, 0.3, 1), clients(ROWS, 0.3, 2));

    assertThat(shift.auc()).isBetween(0.5 - shift.bound(), 0.5 + shift.bound());
    assertThat(shift.separation()).isEqualTo(Separation.NONE);
    assertThat(shift.referenceRows()).isEqualTo(ROWS);
    assertThat(shift.currentRows()).isEqualTo(ROWS);
  }

  @Test
  void aCorrelationThatNoColumnShowsIsFound() {
    Layer before = clients(0, 0, 3);
    Layer after = clients(ROWS, 0.8, 4);

    DomainShift shift = shift(before, after);

    PopulationProfile reference = profile(before);
    PopulationProfile current = profile(after);
    assertThat(DriftReport.of(reference, current, DriftOptions.STANDARD).verdict().severity())
        .isEqualTo(Severity.STABLE);
    assertThat(shift.separation().drifted()).isTrue();
    assertThat(shift.features().subList(0, 2))
        .extracting(TellingFeature::name)
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void theSameRowsInOtherFilesGiveTheSameResultOfABoundedSample() {
    Layer before = clients(0, 0, 5);
    Layer after = clients(ROWS, 0.5, 6);
    Layer scattered = new Layer(after.kind(), after.rows().repartition(5), after.columns());
    String bound = "drift.meaning.domainRows=400";

    DomainShift shift = shift(before, after, bound);

    assertThat(shift.referenceRows()).isEqualTo(400);
    assertThat(shift(before, scattered, bound)).isEqualTo(shift);
  }

  @Test
  void fewRowsAreNotTriedAndInfiniteNumbersAreMissing() {
    Layer some = clients(0, 0, 7);
    Layer few = new Layer(some.kind(), some.rows().limit(30), some.columns());
    Dataset<Row> endless = few.rows().withColumn("a", lit(Float.NEGATIVE_INFINITY));

    assertThat(shift(some, few)).isEqualTo(DomainShift.NONE);
    assertThat(
            new DomainSample(100, 1)
                .of(new Layer(some.kind(), endless, some.columns()), some.columns()))
        .hasSize(30)
        .allMatch(row -> Float.isNaN(row.features()[0]) && Float.isFinite(row.features()[1]));
  }

  private static PopulationProfile profile(Layer layer) {
    Cohort cohort = new Cohort(Provenance.UNKNOWN.reference(), List.of(layer));
    return PopulationScan.of(cohort, cohort.kinds(), Optional.empty()).profile();
  }
}
