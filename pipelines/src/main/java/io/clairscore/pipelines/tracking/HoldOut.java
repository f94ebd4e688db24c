package io.clairscore.pipelines.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clients as one model judged them without having learned from them, in one order: what {@code
 * runs/<run>/evidence/predictions.csv} says.
 *
 * @param client SK_ID_CURR
 * @param target 1 for a default
 * @param margin log-odds of default
 * @param probability calibrated probability of default
 * @param refused whether the credit is refused
 */
record HoldOut(
    int[] client, int[] target, double[] margin, double[] probability, boolean[] refused) {
  private static final String HEADER = "SK_ID_CURR,TARGET,set,fold,margin,probability,decision";
  private static final String HELD_OUT = "holdout";

  /** Reads the clients that were held out. */
  static HoldOut read(Path predictions) throws IOException {
    try (Stream<String> lines = Files.lines(predictions)) {
      List<String[]> rows = lines.map(line -> line.split(",", -1)).toList();
      if (rows.isEmpty() || !String.join(",", rows.get(0)).equals(HEADER)) {
        throw new IOException("its first line is not " + HEADER);
      }
      return of(rows.stream().skip(1).filter(row -> row[2].equals(HELD_OUT)).toList());
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("a line is not one of predictions: " + e.getMessage(), e);
    }
  }

  private static HoldOut of(List<String[]> rows) {
    boolean[] refused = new boolean[rows.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = rows.get(i)[6].equals("1");
    }
    return new HoldOut(
        rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray(),
        rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row[5])).toArray(),
        refused);
  }

  int size() {
    return client.length;
  }

  /** These clients without those that another model did not hold out, in the order of the other. */
  HoldOut alongside(HoldOut other) {
    Map<Integer, Integer> place = new HashMap<>();
    IntStream.range(0, size()).forEach(i -> place.put(client[i], i));
    return at(IntStream.of(other.client).filter(place::containsKey).map(place::get).toArray());
  }

  private HoldOut at(int[] kept) {
    boolean[] decisions = new boolean[kept.length];
    for (int i = 0; i < kept.length; i++) {
      decisions[i] = refused[kept[i]];
    }
    return new HoldOut(
        IntStream.of(kept).map(i -> client[i]).toArray(),
        IntStream.of(kept).map(i -> target[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> margin[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> probability[i]).toArray(),
        decisions);
  }
}
