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
    assertThat(ENGLISH.verdict(report)).isEqualTo("strong drift");
    assertThat(ENGLISH.sentence(report)).startsWith("Alarm. Columns that drift:");
    assertThat(FRENCH.sentence(report)).startsWith("Alarme. Variables qui dérivent");
    assertThat(FRENCH.alarms(report, 1)).hasSameSizeAs(ENGLISH.alarms(report, 1)).isNotEmpty();
    assertThat(ENGLISH.alarms(report, 1))
        .first()
        .asString()
        .startsWith("Among the 10 most important");
    assertThat(ENGLISH.alarms(report, 1)).noneMatch(alarm -> alarm.contains("no alarm"));
    assertThat(ENGLISH.alarms(report, 0.03))
        .last()
        .isEqualTo(
            "The refusal rate goes from 31.0% to 34.0% (limit of the change: 3 percentage points).");
  }

  @Test
  void raisesNoneWhereThereIsNone() {
    DriftReport calm = SampleReports.wide(5);

    assertThat(calm.verdict().alarm()).isFalse();
    assertThat(ENGLISH.alarms(calm, 1)).isEmpty();
    assertThat(FRENCH.action(calm)).isNotBlank();
  }

  @Test
  void byEvidentlysRulesTheShareOfTheColumnsIsTheReason() {
    DriftReport strange = SampleReports.strange(RuleSet.EVIDENTLY);

    assertThat(ENGLISH.alarms(strange, 1)).hasSize(strange.verdict().alarm() ? 1 : 0);
  }
}
