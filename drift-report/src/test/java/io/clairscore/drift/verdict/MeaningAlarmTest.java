package io.clairscore.drift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.meaning.CorrelationShift;
import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.PairShift;
import io.clairscore.drift.page.HtmlPage;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.features.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that stay as they are, while something changes that no column shows. */
class MeaningAlarmTest {
  private static final int ROWS = 2000;

  private static DriftReport report(Meaning meaning, RuleSet rules) {
    PopulationProfile population =
        new Populations(ROWS).real("a", DriftReportTest.normal(1, ROWS)).profile();
    return DriftReport.of(
        population,
        population,
        DriftOptions.STANDARD.with(meaning).with(DriftPolicy.STANDARD.with(rules)));
  }

  private static Meaning correlation(boolean drifted) {
    return Meaning.NONE.with(
        new CorrelationShift(
            0.15, 1, List.of(new PairShift("a", "b", 0, drifted ? 0.3 : 0.05, 0.001, drifted))));
  }

  private static Meaning domain(double auc) {
    return Meaning.NONE.with(DomainShift.of(ROWS, ROWS, 2, auc, 0.55, 0.65, List.of()));
  }

  @Test
  void aChangedCorrelationRaisesAnAlarmAndIsTheReasonGiven() {
    DriftReport report = report(correlation(true), RuleSet.CLAIRSCORE);

    assertThat(report.verdict().alarm()).isTrue();
    assertThat(report.verdict().severity()).isEqualTo(Severity.MODERATE);
    assertThat(report.verdict().action()).isEqualTo(Action.INVESTIGATE);
    assertThat(new HtmlPage(Language.ENGLISH).of(report))
        .contains("Correlations between important columns changed: a × b.");
    assertThat(report(correlation(false), RuleSet.CLAIRSCORE).verdict().alarm()).isFalse();
  }

  @Test
  void populationsThatAreClearlyToldApartRaiseOne() {
    DriftReport report = report(domain(0.6), RuleSet.CLAIRSCORE);

    assertThat(report.verdict().alarm()).isTrue();
    assertThat(new HtmlPage(Language.FRENCH).of(report))
        .contains("Un classifieur distingue nettement les deux populations (AUC 0,600).");
    assertThat(report(domain(0.53), RuleSet.CLAIRSCORE).verdict().alarm()).isFalse();
  }

  @Test
  void evidentlysRulesKnowNeither() {
    assertThat(report(domain(0.9), RuleSet.EVIDENTLY).verdict().alarm()).isFalse();
  }
}
