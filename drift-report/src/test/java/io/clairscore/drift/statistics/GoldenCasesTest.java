package io.clairscore.drift.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values computed with NumPy and SciPy (versions in the file) after Evidently's rules. */
class GoldenCasesTest {
  private static final double TOLERANCE = 1e-9;
  private static final double KS_TOLERANCE = 1e-6;
  private static final int MOST_VALUES_AS_CELLS = 20;

  @Test
  void theFileHoldsAllItsCases() throws Exception {
    assertThat(golden().get("cases")).hasSize(11);
    assertThat(golden().get("made_with").get("scipy").asText()).isEqualTo("1.17.1");
  }

  @TestFactory
  Stream<DynamicTest> agreesWithSciPy() throws Exception {
    return StreamSupport.stream(golden().get("cases").spliterator(), false)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.get("name").asText(),
                    () -> {
                      if (one.get("kind").asText().equals("num")) {
                        numbers(one);
                      } else {
                        categories(one);
                      }
                    }));
  }

  private static void numbers(JsonNode golden) {
    JsonNode expected = golden.get("expected");
    ValueCounts reference = sample(golden.get("reference"));
    ValueCounts current = sample(golden.get("current"));
    CellCounts cells =
        reference.distinct() > MOST_VALUES_AS_CELLS
            ? Cut.bySturges(reference, current, false).count(reference, current)
            : CellCounts.ofValues(reference, current);

    assertThat(cells.size()).isEqualTo(expected.get("bins").asInt());
    divergences(cells, expected);
    near(expected, "wasserstein_normed", Wasserstein.normalised(reference, current), TOLERANCE);
    TestResult test = KolmogorovSmirnov.test(reference, current);
    near(expected, "ks_d", test.statistic(), TOLERANCE);
    near(expected, "ks_p_auto", test.pValue(), KS_TOLERANCE);
    long n = reference.total();
    long m = current.total();
    double asymptotic = KolmogorovSmirnov.asymptotic(test.statistic(), n, m);
    near(expected, "ks_p_asymp", asymptotic, KS_TOLERANCE);
    double limiting = KolmogorovSmirnov.limiting(test.statistic(), n, m);
    near(expected, "ks_p_limiting", limiting, TOLERANCE);
  }

  private static void categories(JsonNode golden) {
    JsonNode expected = golden.get("expected");
    Map<String, Long> reference = categoryCounts(golden.get("reference"));
    Map<String, Long> current = categoryCounts(golden.get("current"));
    CellCounts cells = CellCounts.ofCategories(reference, current);

    assertThat(cells.size()).isEqualTo(expected.get("categories").asInt());
    divergences(cells, expected);
    TestResult evidently = ChiSquare.goodnessOfFit(cells);
    near(expected, "chi2_evidently_stat", evidently.statistic(), TOLERANCE);
    near(expected, "chi2_evidently_p", evidently.pValue(), TOLERANCE);
    TestResult homogeneity = ChiSquare.homogeneity(cells);
    near(expected, "chi2_homogeneity_stat", homogeneity.statistic(), TOLERANCE);
    near(expected, "chi2_homogeneity_p", homogeneity.pValue(), TOLERANCE);
    if (expected.has("z")) {
      TestResult z =
          TwoProportions.z(
              cells.reference()[1],
              cells.referenceTotal(),
              cells.current()[1],
              cells.currentTotal());
      near(expected, "z", z.statistic(), TOLERANCE);
      near(expected, "z_p", z.pValue(), TOLERANCE);
    }
  }

  private static void divergences(CellCounts cells, JsonNode expected) {
    near(expected, "psi", StabilityIndex.evidently(cells), TOLERANCE);
    near(expected, "kl", Divergence.kullbackLeibler(cells), TOLERANCE);
    near(expected, "js_distance_nat", Divergence.jensenShannon(cells), TOLERANCE);
  }

  private static void near(JsonNode expected, String name, double actual, double tolerance) {
    assertThat(expected.has(name)).as(name).isTrue();
    if (expected.get(name).asText().equals("Infinity")) {
      assertThat(actual).as(name).isEqualTo(Double.POSITIVE_INFINITY);
    } else {
      assertThat(actual).as(name).isCloseTo(expected.get(name).asDouble(), within(tolerance));
    }
  }

  private static ValueCounts sample(JsonNode numbers) {
    return ValueCounts.ofAll(
        StreamSupport.stream(numbers.spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .toArray());
  }

  /** From a list of categories, or from text such as "a x500, n x3". */
  private static Map<String, Long> categoryCounts(JsonNode categories) {
    Map<String, Long> counts = new HashMap<>();
    if (categories.isTextual()) {
      for (String part : categories.asText().split(", ")) {
        counts.put(part.split(" x")[0], Long.parseLong(part.split(" x")[1]));
      }
    } else {
      categories.forEach(name -> counts.merge(name.asText(), 1L, Long::sum));
    }
    return counts;
  }

  private static JsonNode golden() throws Exception {
    try (InputStream bytes = GoldenCasesTest.class.getResourceAsStream("golden_drift.json")) {
      return new ObjectMapper().readTree(bytes);
    }
  }
}
