package io.clairscore.scorer.published;

import io.clairscore.features.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How features lie in a few clients, by sorting each of them. */
final class SlowProfiles {
  private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private SlowProfiles() {}

  static List<FeatureProfile> of(Catalogue catalogue, List<float[]> clients) {
    return IntStream.range(0, catalogue.size())
        .mapToObj(i -> profile(catalogue.features().get(i).name(), i, clients))
        .toList();
  }

  private static FeatureProfile profile(String name, int position, List<float[]> clients) {
    double[] known =
        clients.stream()
            .mapToDouble(client -> client[position])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    int count = known.length;
    if (count == 0) {
      return new FeatureProfile(name, 0, clients.size(), null, null, null, null, Map.of());
    }
    double mean = Arrays.stream(known).average().orElseThrow();
    double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
    Map<String, Double> quantiles = new TreeMap<>();
    for (double share : SHARES) {
      quantiles.put(Double.toString(share), known[(int) (share * (count - 1))]);
    }
    return new FeatureProfile(
        name,
        count,
        clients.size() - count,
        mean,
        count > 1 ? Math.sqrt(squares / (count - 1)) : null,
        known[0],
        known[count - 1],
        quantiles);
  }
}
