package io.clairscore.pipelines.training;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Gender and age of the labelled clients, from their applications and not from the features, so
 * that a model which does not see them is judged by them all the same. Empty where the workspace
 * has no applications.
 *
 * @param client SK_ID_CURR
 * @param gender CODE_GENDER, empty if missing
 * @param age completed years, -1 if missing
 */
public record ClientGroups(int[] client, String[] gender, int[] age) {
  private static final int YOUNGEST = 30;
  private static final int OLDEST = 60;
  private static final int BAND = 10;
  private static final double DAYS_PER_YEAR = 365.25;

  /** Groups of which fewer clients are known are not compared. */
  public static final int FEWEST = 100;

  /** Reads the newest applications of the workspace. */
  public static ClientGroups of(Job job) {
    Path applications = job.workspace().raw(Table.APPLICATION);
    List<Row> rows =
        DeltaFolders.exists(applications)
            ? DeltaFolders.read(job.spark(), applications)
                .filter(col(Application.TARGET.name()).isNotNull())
                .select(
                    Application.SK_ID_CURR.name(),
                    Application.CODE_GENDER.name(),
                    Application.DAYS_BIRTH.name())
                .orderBy(Application.SK_ID_CURR.name())
                .collectAsList()
            : List.of();
    return new ClientGroups(
        rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
        rows.stream().map(row -> row.isNullAt(1) ? "" : row.getString(1)).toArray(String[]::new),
        rows.stream()
            .mapToInt(row -> row.isNullAt(2) ? -1 : (int) (-row.getInt(2) / DAYS_PER_YEAR))
            .toArray());
  }

  /** Names of the groups of each client, such as {@code gender F} and {@code age 30-39}. */
  public Map<Integer, List<String>> names() {
    Map<Integer, List<String>> names = new HashMap<>();
    for (int i = 0; i < client.length; i++) {
      String known = gender[i].isEmpty() ? "unknown" : gender[i];
      names.put(client[i], List.of("gender " + known, "age " + band(age[i])));
    }
    return names;
  }

  /** Ten years each, the youngest and the oldest together. */
  static String band(int age) {
    if (age < 0) {
      return "unknown";
    }
    if (age < YOUNGEST) {
      return "below " + YOUNGEST;
    }
    int from = age / BAND * BAND;
    return age >= OLDEST ? OLDEST + " and more" : from + "-" + (from + BAND - 1);
  }

  /**
   * Each group's share of accepted clients as a share of that of its attribute's best group.
   *
   * @param clients SK_ID_CURR
   * @param refused what was decided about them
   * @return by name of the group; without groups of few clients
   */
  public Map<String, Double> approvalRatios(int[] clients, boolean[] refused) {
    Map<Integer, List<String>> names = names();
    Map<String, int[]> counts = new TreeMap<>();
    for (int i = 0; i < clients.length; i++) {
      for (String name : names.getOrDefault(clients[i], List.of())) {
        int[] count = counts.computeIfAbsent(name, of -> new int[2]);
        count[refused[i] ? 1 : 0]++;
      }
    }
    counts.values().removeIf(count -> count[0] + count[1] < FEWEST);
    Map<String, Double> best = new HashMap<>();
    counts.forEach((name, count) -> best.merge(attribute(name), rate(count), Math::max));
    Map<String, Double> ratios = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          double most = best.get(attribute(name));
          ratios.put(name, most > 0 ? rate(count) / most : 1);
        });
    return ratios;
  }

  /** The attribute that a group's name begins with. */
  public static String attribute(String group) {
    return group.split(" ")[0];
  }

  private static double rate(int[] count) {
    return (double) count[0] / (count[0] + count[1]);
  }
}
