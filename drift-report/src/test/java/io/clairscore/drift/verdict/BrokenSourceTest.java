package io.clairscore.drift.verdict;

import static io.clairscore.drift.verdict.AskedModels.IMPORTANCES;
import static io.clairscore.drift.verdict.AskedModels.ROWS;
import static io.clairscore.drift.verdict.AskedModels.asked;
import static io.clairscore.drift.verdict.AskedModels.causes;
import static io.clairscore.drift.verdict.AskedModels.columns;
import static io.clairscore.drift.verdict.AskedModels.model;
import static io.clairscore.drift.verdict.AskedModels.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A broken source is an alarm if the model reads it. */
class BrokenSourceTest {
  @Test
  void aSourceIsBrokenIfAColumnThatTheModelReadsIsEmptyConstantOrGone() {
    for (String broken : List.of("empty", "constant", "gone", "infinite")) {
      for (String column : List.of("read", "protected")) {
        Populations after = new Populations(ROWS);
        for (String name : List.of("read", "minor", "protected")) {
          if (!name.equals(column)) {
            after.real(name, DriftReportTest.normal(name.length(), ROWS));
          } else if (!broken.equals("gone")) {
            after.real(name, values(broken));
          }
        }
        DatasetVerdict verdict =
            DriftReport.of(
                    columns(0).profile(),
                    after.profile(),
                    asked(model(0, 0, 0.25, 0.25)).withImportances(IMPORTANCES))
                .verdict();

        boolean read = column.equals("read");
        assertThat(verdict.alarm()).as(broken + " " + column).isEqualTo(read);
        assertThat(verdict.action()).isEqualTo(read ? Action.CORRECT_SOURCE : Action.WATCH);
        if (read) {
          assertThat(causes(verdict)).containsExactly(Cause.SOURCE);
          assertThat(verdict.byImportance().broken()).containsExactly("read");
        }
      }
    }
  }

  private static double[] values(String broken) {
    double[] values = DriftReportTest.normal(5, ROWS);
    int changed = broken.equals("infinite") ? ROWS / 50 : ROWS;
    Arrays.fill(
        values,
        0,
        changed,
        broken.equals("empty")
            ? Double.NaN
            : broken.equals("constant") ? 0 : Double.POSITIVE_INFINITY);
    return values;
  }

  @Test
  void aTypeThatNobodyChoosesAnyMoreIsNoBrokenSourceIfItWasRare() {
    String[] before = DriftReportTest.categories("cash", 4500, "revolving", 500);
    String[] after = DriftReportTest.categories("cash", ROWS);
    String[] half = DriftReportTest.categories("cash", 2500, "revolving", 2500);

    assertThat(event(before, after).kind()).isEqualTo(ColumnEvent.Kind.LOST_VALUES);
    assertThat(event(half, after).kind()).isEqualTo(ColumnEvent.Kind.CONSTANT);
  }

  private static ColumnEvent event(String[] before, String[] after) {
    return DriftReport.of(
            new Populations(ROWS).categories("type", before).profile(),
            new Populations(ROWS).categories("type", after).profile(),
            DriftOptions.STANDARD)
        .rows()
        .get(0)
        .event();
  }

  @Test
  void manyRefusedRowsAreABrokenSource() {
    DriftOptions asked = asked(model(0, 0, 0.25, 0.25));
    for (int refused : new int[] {200, 400}) {
      DataQuality quality =
          new DataQuality(
              List.of(new TableQuality("bureau", 5000, 5000, refused, 0, refused)), List.of());
      DatasetVerdict verdict = verdict(asked.with(quality));
      assertThat(causes(verdict))
          .isEqualTo(refused == 400 ? List.of(Cause.REFUSED_ROWS) : List.of());
    }
  }
}
