package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.drift.history.Basis;
import io.clairscore.features.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  private static final DriftReport FULL = SampleReports.full();

  @Test
  void aReportSurvivesItsJson() {
    DriftReport report = FULL;

    String json = ReportJson.write(report);

    assertThat(ReportJson.read(json)).isEqualTo(report);
    assertThat(ReportJson.write(ReportJson.read(json))).isEqualTo(json);
  }

  @Test
  void theSameInputMakesTheSameJson() {
    assertThat(ReportJson.write(SampleReports.full())).isEqualTo(ReportJson.write(FULL));
  }

  @Test
  void theBriefJsonDiffersOnlyBeyondTheSixthDigit() {
    DriftReport report = FULL;
    DriftReport brief = ReportJson.read(ReportJson.writeBrief(report));

    assertThat(ReportJson.writeBrief(brief)).isEqualTo(ReportJson.writeBrief(report));
    assertThat(brief.verdict().byImportance().importanceShare())
        .isCloseTo(report.verdict().byImportance().importanceShare(), withinPercentage(1e-3));
    assertThat(brief.rows().get(0).measured().cells().get(1).from())
        .isCloseTo(report.rows().get(0).measured().cells().get(1).from(), withinPercentage(1e-3));
  }

  @Test
  void theEdgesOfTheCellsArePublished() throws Exception {
    DriftReport report = SampleReports.shiftedBy(0, 0, 0);

    JsonNode cell =
        new ObjectMapper().readTree(ReportJson.write(report)).at("/rows/0/measured/cells/1");

    Cell second = report.rows().get(0).measured().cells().get(1);
    assertThat(cell.get(0).asText()).isEqualTo("RANGE");
    assertThat(cell.get(1).asDouble()).isEqualTo(second.from());
    assertThat(cell.get(2).asDouble()).isEqualTo(second.to());
    assertThat(cell.get(4).asLong()).isEqualTo(second.reference());
  }

  @Test
  void refusesWhatIsNoReport() {
    String other = ReportJson.write(FULL).replace("\"format\":3", "\"format\":9");
    assertThatThrownBy(() -> ReportJson.read(other)).hasMessageContaining("format 9");
    for (String broken : List.of("", "{}", "[1]", "{\"format\":3", "{\"format\":3}")) {
      assertThatThrownBy(() -> ReportJson.read(broken))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("Remedy");
    }
  }

  @Test
  void aLimitThatAReportOfBeforeDidNotKnowIsAChangeOfTheRules() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode document = (ObjectNode) mapper.readTree(ReportJson.write(FULL));
    assertThat(((ObjectNode) document.get("policy")).remove("infinite")).isNotNull();

    DriftReport before = ReportJson.read(mapper.writeValueAsString(document));

    assertThat(before.policy().limits()).doesNotContainKey(Statistic.INFINITE);
    assertThat(Basis.changed(before, FULL)).containsExactly(Basis.RULES);
    assertThat(Basis.changed(FULL, FULL)).isEmpty();
    assertThat(before.policy().with(RuleSet.EVIDENTLY).limits())
        .doesNotContainKey(Statistic.INFINITE);
  }

  @Test
  void twoReportsAreToldApart() {
    DriftReport calm = SampleReports.shiftedBy(0, 0.6, 0.15);
    DriftReport later = SampleReports.shiftedBy(0.6, 0, 0.6);

    ReportComparison changes = ReportComparison.of(calm, later);

    assertThat(changes.columns(ReportComparison.Kind.NEW)).containsExactly("a");
    assertThat(changes.columns(ReportComparison.Kind.RESOLVED)).containsExactly("b");
    assertThat(changes.columns(ReportComparison.Kind.WORSENED)).containsExactly("c");
    assertThat(ReportComparison.of(later, calm).columns(ReportComparison.Kind.EASED))
        .containsExactly("c");
    assertThat(ReportComparison.of(calm, calm).changes()).isEmpty();
  }

  @Test
  void anAttributionThatMissesTheShiftIsRefused() {
    assertThatThrownBy(() -> SampleReports.impact(1e-6))
        .hasMessageContaining("cannot be attributed");
    assertThat(SampleReports.impact(0).attribution()).isNotEmpty();
  }
}
