package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.SampleMeaning;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.features.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Reports with something of everything, the same at each call. */
public final class SampleReports {
  private static final int ROWS = 4000;
  private static final int COLUMNS = 120;

  private SampleReports() {}

  /** 120 columns of several shapes, some drifted, with model, quality and provenance. */
  public static DriftReport full() {
    Map<String, Double> importances = new HashMap<>();
    Map<String, Text> labels = new HashMap<>();
    for (int i = 0; i < COLUMNS; i++) {
      importances.put(name(i), 1.0 / (1 + i));
      labels.put(
          name(i),
          new Text("Libellé « " + i + " » de l’exemple", "Label \"" + i + "\" <of> the example"));
    }
    return DriftReport.of(
        population(1, false),
        population(2, true),
        DriftOptions.STANDARD
            .withImportances(importances)
            .withLabels(labels)
            .with(
                new Provenance(
                    new Source("features", "12", "2026-09-30", "9f".repeat(32)),
                    new Source("features", "15", "2026-10-31", "3a".repeat(32)),
                    "run-7",
                    "c4".repeat(32),
                    "0.1.0",
                    "89239b5",
                    "clairscore drift --workspace 'my work'",
                    42,
                    "2026-11-01T06:00:00Z"))
            .with(
                new DataQuality(
                    List.of(
                        new TableQuality("application", 4000, 3900, 12, 2, 7),
                        new TableQuality("bureau", 20_000, 31_000, 0, 0, 0)),
                    List.of(
                        new QualityIssue(
                            "application", "AMT_CREDIT", IssueKind.OUT_OF_RANGE, 7, 3912),
                        new QualityIssue("bureau", "", IssueKind.NO_FILE, 0, 0))))
            .with(impact(0))
            .with(SampleMeaning.full(name(0), name(7))));
  }

  /** Columns that can hardly be compared, by either rule. */
  public static DriftReport strange(RuleSet rules) {
    return DriftReport.of(
        DriftReportTest.strange(true),
        DriftReportTest.strange(false),
        DriftOptions.STANDARD.with(DriftPolicy.STANDARD.with(rules)));
  }

  /** Populations of so few rows. */
  public static DriftReport tiny(int rows, int others) {
    return DriftReport.of(
        DriftReportTest.tiny(rows), DriftReportTest.tiny(others), DriftOptions.STANDARD);
  }

  /** So many columns of two values. */
  public static DriftReport wide(int columns) {
    Populations population = new Populations(2);
    for (int i = 0; i < columns; i++) {
      population.real("x" + i, 0, 1);
    }
    return DriftReport.of(population.profile(), population.profile(), DriftOptions.STANDARD);
  }

  /** Three columns moved by so many standard deviations. */
  public static DriftReport shiftedBy(double a, double b, double c) {
    double[] shifts = {a, b, c};
    Populations before = new Populations(ROWS);
    Populations after = new Populations(ROWS);
    for (int i = 0; i < shifts.length; i++) {
      String name = String.valueOf((char) ('a' + i));
      before.real(name, DriftReportTest.normal(i, ROWS));
      after.real(name, DriftReportTest.shifted(DriftReportTest.normal(10 + i, ROWS), shifts[i]));
    }
    return DriftReport.of(before.profile(), after.profile(), DriftOptions.STANDARD);
  }

  /** What a model makes of it, its attribution off by something. */
  static ModelImpact impact(double error) {
    Map<String, Double> terms = new HashMap<>();
    double sum = 0;
    for (int i = 0; i < COLUMNS; i++) {
      double term = (i % 3 - 1.2) / (1 + i);
      terms.put(name(i), term);
      sum += term;
    }
    return new ModelImpact(scores(3, 0), scores(4, sum), 612, 612 + sum + error, terms, 0.31, 0.34);
  }

  private static NumberProfile scores(long seed, double shift) {
    double[] scores =
        IntStream.range(0, ROWS)
            .mapToDouble(
                i -> Math.rint(612 + shift + 60 * new Random(seed + 31L * i).nextGaussian()))
            .toArray();
    return (NumberProfile)
        new Populations(ROWS).real("s", scores).profile().column("s").orElseThrow();
  }

  private static PopulationProfile population(long seed, boolean drifted) {
    Random random = new Random(seed);
    Populations population = new Populations(ROWS);
    for (int i = 0; i < COLUMNS; i++) {
      double push = drifted && i % 17 == 0 ? 0.4 : 0;
      int column = i;
      if (i % 6 == 5) {
        population.categories(name(i), names(random, i, drifted));
      } else if (i % 6 == 4) {
        population.integers(name(i), numbers(() -> random.nextInt(3 + column % 30)));
      } else {
        double holes = drifted && i == 1 ? 0.4 : 0.1;
        double scale = Math.pow(10, i % 7 - 2);
        population.real(
            name(i),
            numbers(
                () -> {
                  double draw = random.nextDouble();
                  if (draw < holes) {
                    return Double.NaN;
                  }
                  return draw > 0.97 ? 365243 : scale * (random.nextGaussian() + push);
                }));
      }
    }
    return population.profile();
  }

  private static double[] numbers(DoubleSupplier draw) {
    return IntStream.range(0, ROWS).mapToDouble(i -> draw.getAsDouble()).toArray();
  }

  private static String[] names(Random random, int column, boolean drifted) {
    return IntStream.range(0, ROWS)
        .mapToObj(
            row -> {
              if (drifted && column == 11 && random.nextDouble() < 0.02) {
                return "<script>alert('new & \"quoted\"')</script>";
              }
              return random.nextInt(9) == 0 ? null : "catégorie " + random.nextInt(2 + column / 2);
            })
        .toArray(String[]::new);
  }

  private static String name(int i) {
    return "COLUMN_OF_SOME_LENGTH_" + i;
  }
}
