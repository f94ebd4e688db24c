package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.Action;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftPolicy;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Populations;
import io.clairscore.drift.verdict.ReportJson;
import io.clairscore.drift.verdict.RowStatus;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.features.text.Language;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of strange column against every other one, in populations of all sizes. */
class StrangeColumnsTest {
  private static final int ROWS = 2000;
  private static final double MISSING = Double.NaN;

  /** What a column holds, by row; nothing adds no column. */
  private enum Kind {
    ABSENT,
    CONSTANT(row -> 5),
    OTHER_CONSTANT(row -> 6),
    ALL_MISSING(row -> MISSING),
    ONE_VALUE(row -> row == 0 ? 3 : MISSING),
    UNIQUE(row -> new Random(row).nextGaussian()),
    UNIQUE_INTEGERS(row -> row),
    ALL_INFINITE(row -> row % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY),
    HALF_INFINITE(row -> row % 2 == 0 ? Double.POSITIVE_INFINITY : row),
    EXTREMES(row -> row % 2 == 0 ? Double.MAX_VALUE * (1 - row / 1e5) : -Double.MAX_VALUE),
    TINIEST(row -> row * Double.MIN_VALUE),
    ALL_SENTINELS(row -> 365243),
    ONE_CATEGORY("a"),
    FEW_CATEGORIES("a", "b", "NaN", "", "<b>"),
    ALL_MISSING_CATEGORIES(new String[] {null}),
    UNIQUE_CATEGORIES(IntStream.range(0, ROWS).mapToObj(i -> "n" + i).toArray(String[]::new));

    private final IntToDoubleFunction numbers;
    private final String[] categories;

    Kind(IntToDoubleFunction numbers) {
      this.numbers = numbers;
      this.categories = new String[0];
    }

    Kind(String... categories) {
      this.numbers = null;
      this.categories = categories;
    }

    void addTo(Populations population, String name, int rows) {
      if (numbers != null) {
        double[] values = IntStream.range(0, rows).mapToDouble(numbers::applyAsDouble).toArray();
        if (this == UNIQUE_INTEGERS) {
          population.integers(name, values);
        } else {
          population.real(name, values);
        }
      } else if (categories.length > 0) {
        population.categories(
            name,
            IntStream.range(0, rows)
                .mapToObj(row -> categories[row % categories.length])
                .toArray(String[]::new));
      }
    }
  }

  private static String name(Kind before, Kind after) {
    return before + "-" + after;
  }

  private static DriftReport report(int rows, int others, RuleSet rules) {
    Populations reference = new Populations(rows);
    Populations current = new Populations(others);
    for (Kind before : Kind.values()) {
      for (Kind after : Kind.values()) {
        before.addTo(reference, name(before, after), rows);
        after.addTo(current, name(before, after), others);
      }
    }
    return DriftReport.of(
        reference.profile(),
        current.profile(),
        DriftOptions.STANDARD.with(DriftPolicy.STANDARD.with(rules)));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "1,0", "1,1", "1,2000", "2000,1", "0,2000", "2,3", "2000,2000"})
  void everyPairIsARowInWordsAndInJson(int rows, int others) {
    for (RuleSet rules : RuleSet.values()) {
      DriftReport report = report(rows, others, rules);
      assertThat(report.rows()).hasSize(Kind.values().length * Kind.values().length - 1);
      assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
      for (Language language : Language.values()) {
        String page = new HtmlPage(language).of(report);
        String told = page.replaceAll("(?s)<(style|script)>.*?</\\1>|href=\"data:[^\"]*\"", "");
        assertThat(told.replace("-NaN", "")).doesNotContain("null", "Infinity", "\ufffd");
      }
      if (Math.min(rows, others) < 20) {
        assertThat(report.verdict().alarm() && rules == RuleSet.CLAIRSCORE)
            .as("only a column that is gone raises an alarm among so few")
            .isEqualTo(
                report.verdict().byImportance().broken().size() > 0 && rules == RuleSet.CLAIRSCORE);
      }
    }
  }

  @Test
  void eachIsCalledWhatItIs() {
    DriftReport report = report(ROWS, ROWS, RuleSet.CLAIRSCORE);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ABSENT) {
        assertThat(row(report, kind, kind).severity().drifted())
            .as("%s stays itself", kind)
            .isFalse();
        is(report, kind, Kind.ABSENT, RowStatus.ABSENT, Severity.STRONG);
        is(report, Kind.ABSENT, kind, RowStatus.ADDED, Severity.NOT_COMPUTED);
      }
    }
    is(report, Kind.CONSTANT, Kind.CONSTANT, RowStatus.COMPARED, Severity.STABLE);
    is(report, Kind.CONSTANT, Kind.OTHER_CONSTANT, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.CONSTANT, Kind.ALL_MISSING, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.ALL_MISSING, Kind.CONSTANT, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.ALL_MISSING, Kind.ALL_MISSING, RowStatus.ALWAYS_MISSING, Severity.NOT_COMPUTED);
    is(report, Kind.ONE_VALUE, Kind.ALL_MISSING, RowStatus.COMPARED, Severity.STABLE);
    is(report, Kind.ONE_VALUE, Kind.UNIQUE, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.UNIQUE, Kind.ALL_INFINITE, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.ALL_INFINITE, Kind.UNIQUE, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.UNIQUE, Kind.EXTREMES, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.EXTREMES, Kind.UNIQUE, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.UNIQUE, Kind.TINIEST, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.UNIQUE, Kind.ALL_SENTINELS, RowStatus.COMPARED, Severity.STRONG);
    is(report, Kind.UNIQUE, Kind.FEW_CATEGORIES, RowStatus.TYPE_CHANGED, Severity.STRONG);
    is(report, Kind.FEW_CATEGORIES, Kind.UNIQUE, RowStatus.TYPE_CHANGED, Severity.STRONG);
    is(report, Kind.ONE_CATEGORY, Kind.FEW_CATEGORIES, RowStatus.COMPARED, Severity.STRONG);
    is(
        report,
        Kind.UNIQUE_CATEGORIES,
        Kind.UNIQUE_CATEGORIES,
        RowStatus.TOO_MANY_CATEGORIES,
        Severity.NOT_COMPUTED);
    assertThat(row(report, Kind.UNIQUE, Kind.ALL_INFINITE).action())
        .isEqualTo(Action.CORRECT_SOURCE);
  }

  private static void is(
      DriftReport report, Kind before, Kind after, RowStatus status, Severity severity) {
    DriftRow row = row(report, before, after);
    assertThat(row.measured().status()).as(row.name()).isEqualTo(status);
    assertThat(row.severity()).as(row.name()).isEqualTo(severity);
  }

  private static DriftRow row(DriftReport report, Kind before, Kind after) {
    return report.row(name(before, after)).orElseThrow();
  }
}
