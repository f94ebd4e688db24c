package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Wilson;
import io.clairscore.pipelines.features.Columns;
import io.clairscore.pipelines.features.Vectors;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.counterfactual.Reachability;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * How many refused clients of the hold-out would be accepted with a realistic change of their
 * application.
 *
 * @param refused refused clients of the hold-out
 * @param searched those for whom a change was searched: all, or a sample if they are many
 * @param found those for whom one suffices
 * @param rate their share of the searched ones, with Wilson's interval
 */
public record RecourseRate(int refused, int searched, int found, Estimate rate) {
  /** So many clients make an interval at most 4.4 points wide, in a second or two. */
  private static final int MOST = 2000;

  /** Rate of searched clients, of whom some have a change. */
  static RecourseRate of(int refused, int searched, int found) {
    return new RecourseRate(refused, searched, found, Wilson.share(found, searched));
  }

  /**
   * Measures it; null where it cannot be measured, because nobody is refused or the workspace has
   * no dossiers, in which the applications stand as they were made.
   *
   * @param rows clients with exactly the features of the model
   * @param decisions what was decided about the hold-out
   * @param model asked for only if there is something to measure
   */
  public static RecourseRate measured(
      Job job, Dataset<Row> rows, Decisions decisions, Supplier<Reachability> model) {
    Path dossiers = job.workspace().dossiers();
    List<Integer> refused = refused(decisions);
    if (refused.isEmpty() || !DeltaFolders.exists(dossiers)) {
      return null;
    }
    Object[] asked = sample(refused, job.conf().training().seed()).toArray();
    Map<Integer, float[]> vectors = vectors(rows.filter(col(Columns.CLIENT).isin(asked)));
    Reachability reachability = model.get();
    int searched = 0;
    int found = 0;
    for (Dossier dossier :
        applications(
            DeltaFolders.read(job.spark(), dossiers).filter(col(Columns.CLIENT).isin(asked)))) {
      float[] vector = vectors.get(dossier.clientId());
      if (vector != null) {
        searched++;
        found += reachability.of(dossier.application(), vector) ? 1 : 0;
      }
    }
    return searched == 0 ? null : of(refused.size(), searched, found);
  }

  private static List<Integer> refused(Decisions decisions) {
    int[] client = decisions.scores().clients().client();
    return IntStream.range(0, client.length)
        .filter(i -> decisions.refused()[i])
        .map(i -> client[i])
        .sorted()
        .boxed()
        .collect(Collectors.toList());
  }

  private static List<Integer> sample(List<Integer> clients, long seed) {
    if (clients.size() <= MOST) {
      return clients;
    }
    Collections.shuffle(clients, new Random(seed));
    return clients.subList(0, MOST);
  }

  private static Map<Integer, float[]> vectors(Dataset<Row> rows) {
    Map<Integer, float[]> vectors = new HashMap<>();
    rows.select(Columns.CLIENT, Columns.FEATURES)
        .collectAsList()
        .forEach(row -> vectors.put(row.getInt(0), Vectors.floats(row.getList(1))));
    return vectors;
  }

  /** Dossiers without their histories: these no change touches, and to read them is slow. */
  private static List<Dossier> applications(Dataset<Row> dossiers) {
    Column[] columns =
        Arrays.stream(DossierDecoder.schema().fields())
            .map(
                field ->
                    List.of(Columns.CLIENT, "application").contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    InternalRow[] rows = dossiers.select(columns).queryExecution().executedPlan().executeCollect();
    DossierDecoder decoder = new DossierDecoder();
    return Arrays.stream(rows).map(decoder::dossier).toList();
  }

  /**
   * A rate as a line of a report.
   *
   * @param measured null if it was not
   */
  public static String line(RecourseRate measured) {
    return measured == null
        ? "not measured: what refused clients could change (nobody is refused, or there are no"
            + " dossiers)"
        : measured.line();
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "refused hold-out clients whom a realistic change would have accepted: %,d of %,d, %.1f %%"
            + " [%.1f, %.1f]%s",
        found,
        searched,
        100 * rate.value(),
        100 * rate.low(),
        100 * rate.high(),
        searched < refused ? String.format(Locale.ROOT, " (a sample of %,d)", refused) : "");
  }
}
