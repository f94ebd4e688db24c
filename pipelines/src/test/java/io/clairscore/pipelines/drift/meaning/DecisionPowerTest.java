package io.clairscore.pipelines.drift.meaning;

import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.Reason;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ModelFolder;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.FeatureReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * How often two random halves of the clients of a workspace raise an alarm where its model is
 * asked, without a change, with changes that move decisions and with changes that do not: {@code
 * scripts/checks/drift/decisions}.
 */
@EnabledIfEnvironmentVariable(named = "CLAIRSCORE_TEST_MODEL", matches = ".+")
class DecisionPowerTest extends SparkTest {
  private static final int SPLITS = Integer.getInteger("clairscore.power.runs", 200);
  private static final int ROWS = 2000;

  /** What a rate of one in twenty does not exceed in 97.5 % of 200 runs. */
  private static final double MOST_ALARMS = 0.08;

  /** Clients, the first by identifier, of a large workspace. */
  private static final int CLIENTS = 20_000;

  /** Columns of the comparisons: all take hours, and the less important ones decide nothing. */
  private static final int COLUMNS = 60;

  /** All rows of the table are shown before one fails. */
  private final SoftAssertions found = new SoftAssertions();

  private Bundle bundle;
  private ScoredClients clients;
  private List<Integer> ranked;
  private DriftOptions options;

  @Test
  void chanceAndHarmlessChangesRaiseNoAlarmAndChangesOfDecisionsDo() {
    read();
    System.out.printf(
        "%,d clients, %d features, %d splits each%n",
        clients.vectors().length, bundle.manifest().features().size(), SPLITS);
    for (int rows : new int[] {1000, 2000, 5000}) {
      if (2 * rows <= clients.vectors().length) {
        assertCalm("no change", clients, rows, client -> true);
      }
    }
    assertCalm("the weakest input: + 1 sd", moved(ranked.size() - 1, 1), ROWS, all());
    assertCalm("input of rank 15: + 0.5 sd", moved(14, 0.5), ROWS, all());
    assertCalm("input of rank 10: + 0.3 sd", moved(9, 0.3), ROWS, all());
    assertCalm("input of rank 8: unknown for 10 of 100 more", lost(7, 0.1), ROWS, all());
    assertFound("two strongest inputs: 0.5 sd worse", worse(0.5, client -> true), ROWS, all());
    assertFound("two strongest inputs: 0.3 sd worse", worse(0.3, client -> true), ROWS, all());
    assertFound("the same, 0.5 sd, for employees alone", worse(0.5, this::works), ROWS, all());
    assertFound("strongest input: empty", lost(0, 1), ROWS, all());
    Random random = new Random(7);
    int[] drawn =
        IntStream.range(0, clients.vectors().length).map(i -> random.nextInt(100)).toArray();
    assertFound(
        "30 of 100 accepted clients stay away",
        clients,
        ROWS,
        client -> clients.refused(client) || drawn[client] >= 30);
    found.assertAll();
  }

  private void assertCalm(String what, ScoredClients now, int rows, IntFunction<Boolean> comes) {
    int most = (int) (SPLITS * MOST_ALARMS);
    found.assertThat(alarms(what, now, rows, comes)).as(what).isLessThanOrEqualTo(most);
  }

  private void assertFound(String what, ScoredClients now, int rows, IntFunction<Boolean> comes) {
    int least = SPLITS * 9 / 10;
    found.assertThat(alarms(what, now, rows, comes)).as(what).isGreaterThanOrEqualTo(least);
  }

  private static IntFunction<Boolean> all() {
    return client -> true;
  }

  private int alarms(String what, ScoredClients now, int rows, IntFunction<Boolean> comes) {
    Random random = new Random(rows);
    List<Integer> columns = ranked.subList(0, Math.min(COLUMNS, ranked.size()));
    int alarms = 0;
    int loud = 0;
    double refusals = 0;
    double points = 0;
    Map<Cause, Integer> causes = new TreeMap<>();
    for (int split = 0; split < SPLITS; split++) {
      List<Integer> order =
          IntStream.range(0, clients.vectors().length).boxed().collect(Collectors.toList());
      Collections.shuffle(order, random);
      int[] before = order.subList(0, rows).stream().mapToInt(i -> i).toArray();
      int[] after =
          order.subList(rows, order.size()).stream()
              .filter(comes::apply)
              .limit(rows)
              .mapToInt(i -> i)
              .toArray();
      var report = ScoredClients.report(clients, before, now, after, columns, options);
      DatasetVerdict verdict = report.verdict();
      alarms += verdict.alarm() ? 1 : 0;
      loud += verdict.data().drifted() ? 1 : 0;
      verdict.reasons().stream()
          .map(Reason::cause)
          .distinct()
          .forEach(cause -> causes.merge(cause, 1, Integer::sum));
      var model = report.model().orElseThrow();
      refusals += model.currentRefusals() - model.referenceRefusals();
      points += model.shift();
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %,d against %,d: refusals %+.1f points, mean score %+.1f; alarms %d of %d %s; the data"
            + " verdict alone %d%n",
        what,
        rows,
        rows,
        100 * refusals / SPLITS,
        points / SPLITS,
        alarms,
        SPLITS,
        causes,
        loud);
    return alarms;
  }

  /** The input of a rank, a part of its standard deviation higher. */
  private ScoredClients moved(int rank, double by) {
    int input = ranked.get(Math.min(rank, ranked.size() - 1));
    double shift = by * deviation(input);
    float[][] vectors = copy();
    for (float[] vector : vectors) {
      vector[input] += (float) shift;
    }
    return scored(vectors);
  }

  /** The two strongest inputs moved to where the score is lower. */
  private ScoredClients worse(double by, IntFunction<Boolean> whom) {
    float[][] vectors = copy();
    for (int input : ranked.subList(0, 2)) {
      double shift = by * deviation(input) * (risesWithRisk(input) ? 1 : -1);
      for (int client = 0; client < vectors.length; client++) {
        vectors[client][input] += whom.apply(client) ? (float) shift : 0;
      }
    }
    return scored(vectors);
  }

  /** The input of a rank, unknown for a share of the clients. */
  private ScoredClients lost(int rank, double share) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] vectors = copy();
    for (float[] vector : vectors) {
      if (random.nextDouble() < share) {
        vector[ranked.get(rank)] = Float.NaN;
      }
    }
    return scored(vectors);
  }

  private boolean works(int client) {
    return "Working".equals(clients.segments().get(client).get("NAME_INCOME_TYPE"));
  }

  private boolean risesWithRisk(int input) {
    double[] sums = new double[2];
    double mean = known(input).average().orElse(0);
    for (int client = 0; client < clients.vectors().length; client++) {
      float value = clients.vectors()[client][input];
      if (!Float.isNaN(value)) {
        sums[value > mean ? 1 : 0] += clients.contributions()[client][input];
      }
    }
    return sums[1] > sums[0];
  }

  private DoubleStream known(int input) {
    return Arrays.stream(clients.vectors())
        .mapToDouble(vector -> vector[input])
        .filter(value -> !Double.isNaN(value));
  }

  private double deviation(int input) {
    double mean = known(input).average().orElse(0);
    return Math.sqrt(
        known(input).map(value -> (value - mean) * (value - mean)).average().orElse(0));
  }

  private float[][] copy() {
    return Arrays.stream(clients.vectors()).map(float[]::clone).toArray(float[][]::new);
  }

  private ScoredClients scored(float[][] vectors) {
    return ScoredClients.of(bundle, vectors, clients.segments());
  }

  private void read() {
    Workspace workspace = new Workspace(Path.of(System.getenv("CLAIRSCORE_TEST_WORKSPACE")));
    FeatureTable table = FeatureTable.latest(session(), workspace.features());
    bundle = ModelFolder.proved(Path.of(System.getenv("CLAIRSCORE_TEST_MODEL")), table).load();
    var conf = ConfigurationReader.read(null, Map.of(), List.of()).drift();
    Map<Long, Map<String, String>> segments = segments(workspace, conf.meaning().segments());
    List<String> names = bundle.manifest().features();
    List<float[]> vectors = new ArrayList<>();
    List<Map<String, String>> ofClients = new ArrayList<>();
    for (Row row :
        table
            .rows()
            .selectExpr(
                Stream.concat(Stream.of("SK_ID_CURR"), names.stream().map(name -> "`" + name + "`"))
                    .toArray(String[]::new))
            .orderBy("SK_ID_CURR")
            .limit(CLIENTS)
            .collectAsList()) {
      float[] vector = new float[names.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = row.isNullAt(i + 1) ? Float.NaN : ((Number) row.get(i + 1)).floatValue();
      }
      vectors.add(vector);
      ofClients.add(segments.get(((Number) row.get(0)).longValue()));
    }
    clients = ScoredClients.of(bundle, vectors.toArray(float[][]::new), ofClients);
    Map<String, Double> importances = new HashMap<>();
    for (FeatureReference feature : bundle.reference().features()) {
      importances.put(feature.name(), feature.meanAbsoluteContribution());
    }
    ranked =
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -importances.get(names.get(i))))
            .toList();
    options = DriftOptions.STANDARD.with(conf.policy()).withImportances(importances);
  }

  private Map<Long, Map<String, String>> segments(Workspace workspace, List<String> columns) {
    Map<Long, Map<String, String>> segments = new HashMap<>();
    for (Row row :
        session()
            .read()
            .format("delta")
            .load(workspace.raw(Table.APPLICATION).toString())
            .collectAsList()) {
      Map<String, String> values = new HashMap<>();
      for (String column : columns) {
        Object value = row.getAs(column);
        values.put(column, value == null ? "(none)" : value.toString());
      }
      segments.put(((Number) row.getAs("SK_ID_CURR")).longValue(), values);
    }
    return segments;
  }
}
