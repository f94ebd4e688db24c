package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.RuleSet;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.features.text.Language;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
  private static final Headlines FRENCH = new Headlines(Language.FRENCH);
  private static final Headlines ENGLISH = new Headlines(Language.ENGLISH);

  @Test
  void tellsWhyThereIsAnAlarm() {
    DriftReport report = SampleReports.full();

    assertThat(report.verdict().alarm()).isTrue();
    assertThat(ENGLISH.verdict(report)).isEqualTo("alarm");
    assertThat(ENGLISH.sentence(report))
        .startsWith(
            "Alarm: the decisions changed. The refusal rate goes from 31.0% to 34.0% (limit: a"
                + " change of 2 percentage points). Label");
    assertThat(FRENCH.sentence(report))
        .startsWith("Alarme\u00a0: les décisions ont changé. Le taux");
    assertThat(FRENCH.alarms(report)).hasSameSizeAs(ENGLISH.alarms(report)).isNotEmpty();
    assertThat(ENGLISH.decisions(report)).startsWith("Refusal rate: 31.0% to 34.0%. Mean score:");
    assertThat(FRENCH.data(report)).startsWith("Variables qui dérivent\u00a0: ");
  }

  @Test
  void raisesNoneWhereThereIsNone() {
    DriftReport calm = SampleReports.wide(5);

    assertThat(calm.verdict().alarm()).isFalse();
    assertThat(ENGLISH.alarms(calm)).isEmpty();
    assertThat(FRENCH.action(calm)).isNotBlank();
    assertThat(ENGLISH.decisions(calm)).startsWith("No model scored these clients");
  }

  @Test
  void byEvidentlysRulesTheShareOfTheColumnsIsTheReason() {
    DriftReport strange = SampleReports.strange(RuleSet.EVIDENTLY);

    assertThat(ENGLISH.alarms(strange)).hasSize(strange.verdict().alarm() ? 1 : 0);
  }
}
