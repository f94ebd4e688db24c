package io.clairscore.drift.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.verdict.Cause;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ReportComparison;
import io.clairscore.drift.verdict.ReportComparison.Kind;
import io.clairscore.drift.verdict.SampleReports;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCollectorTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

  @Test
  void tellsOfEachReportWhatItSays() {
    DriftHistory history = SampleHistories.growing();

    assertThat(history.windows()).extracting(Window::date).first().isEqualTo("2026-01-31");
    assertThat(history.windows())
        .extracting(of -> of.columns().drifted())
        .containsExactly(0, 0, 1, 2, 0);
    assertThat(history.windows())
        .extracting(of -> of.outcome().alarm())
        .containsExactly(false, false, true, true, false);
    List<DriftReport> reports = SampleHistories.growingReports();
    for (int i = 0; i < reports.size(); i++) {
      Window window = history.windows().get(i);
      assertThat(window.outcome().severity()).isEqualTo(reports.get(i).verdict().severity());
      assertThat(window.columns().importanceShare())
          .isEqualTo(reports.get(i).verdict().byImportance().importanceShare());
      assertThat(window.scores().scorePsi()).isNaN();
    }
  }

  @Test
  void tellsWhatIsNewWorsenedAndResolved() {
    List<Window> windows = SampleHistories.growing().windows();

    assertThat(windows.get(0).since().changes()).isEmpty();
    assertThat(windows.get(1).since().changes()).isEmpty();
    assertThat(columns(windows.get(2), Kind.NEW)).containsExactly("a");
    assertThat(columns(windows.get(3), Kind.WORSENED)).containsExactly("a");
    assertThat(columns(windows.get(3), Kind.NEW)).containsExactly("b");
    assertThat(columns(windows.get(4), Kind.RESOLVED)).containsExactlyInAnyOrder("a", "b");
    assertThat(windows).allMatch(window -> window.since().otherBasis().isEmpty());
  }

  @Test
  void followsEachColumnThatEverDrifted() {
    List<ColumnHistory> columns = SampleHistories.growing().columns();

    assertThat(columns).extracting(ColumnHistory::name).containsExactly("a", "b");
    ColumnHistory a = columns.get(0);
    assertThat(a.severities().subList(2, 4)).containsExactly(Severity.MODERATE, Severity.STRONG);
    assertThat(a.latest()).isEqualTo(Severity.STABLE);
    assertThat(a.worst()).isEqualTo(Severity.STRONG);
    assertThat(a.drifted()).isEqualTo(2);
    assertThat(a.psi().subList(0, 4)).isSorted();
  }

  @Test
  void aColumnThatComesLaterOrGoesHasNoVerdictElsewhere() {
    HistoryCollector collector = new HistoryCollector();
    collector.add(FIRST, SampleReports.wide(2));
    collector.add(FIRST.plusMonths(1), SampleReports.shiftedBy(0.6, 0, 0));
    collector.add(FIRST.plusMonths(2), SampleReports.wide(3));

    DriftHistory history = collector.history();

    ColumnHistory a = history.columns().get(0);
    assertThat(a.name()).isEqualTo("a");
    assertThat(a.severities())
        .containsExactly(Severity.NOT_COMPUTED, Severity.STRONG, Severity.NOT_COMPUTED);
    assertThat(a.psi().get(0)).isNaN();
    assertThat(history.windows().get(1).since().otherBasis()).containsExactly(Basis.REFERENCE);
  }

  @Test
  void namesTheRulesByWhichThereIsAnAlarm() {
    DriftReport report = SampleReports.full();
    HistoryCollector collector = new HistoryCollector();
    collector.add(FIRST, report);

    Window only = collector.history().latest();

    assertThat(only.outcome().alarm()).isTrue();
    assertThat(only.outcome().causes()).contains(Cause.REFUSALS).doesNotHaveDuplicates();
    assertThat(only.outcome().data()).isEqualTo(report.verdict().data());
    assertThat(only.outcome().decisions()).isEqualTo(report.verdict().decisions());
    assertThat(only.scores().scorePsi())
        .isEqualTo(report.model().orElseThrow().score().statistics().of(Statistic.PSI));
  }

  @Test
  void refusesReportsThatAreNotInOrderAndAHistoryOfNone() {
    HistoryCollector collector = new HistoryCollector();
    assertThatThrownBy(collector::history).hasMessageContaining("no report");
    collector.add(FIRST, SampleReports.wide(1));
    assertThatThrownBy(() -> collector.add(FIRST, SampleReports.wide(1)))
        .hasMessageContaining("after a later one");
  }

  @Test
  void isWrittenAsJsonWithNothingForWhatDoesNotExist() throws Exception {
    String json = HistoryJson.write(SampleHistories.growing());

    JsonNode history = new ObjectMapper().readTree(json);
    assertThat(history.at("/format").asInt()).isEqualTo(2);
    assertThat(history.at("/history/windows")).hasSize(5);
    assertThat(history.at("/history/windows/2/alarm").asBoolean()).isTrue();
    assertThat(history.at("/history/windows/2/changes/0/kind").asText()).isEqualTo("NEW");
    assertThat(history.at("/history/windows/0").has("scorePsi")).isFalse();
    assertThat(json).doesNotContain("NaN").isEqualTo(HistoryJson.write(SampleHistories.growing()));
  }

  private static List<String> columns(Window window, Kind kind) {
    return window.since().changes().stream()
        .filter(change -> change.kind() == kind)
        .map(ReportComparison.Change::column)
        .toList();
  }
}
