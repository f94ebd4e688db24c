package io.clairscore.scorer.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages, in the order in which they are read. */
public enum PageName {
  /** Models from simple to complex. */
  LADDER(LadderPage.class),
  /** Every metric of the served model. */
  METRICS(MetricsPage.class),
  /** ROC, precision and recall, gains and lift. */
  CURVES(CurvesPage.class),
  /** What each threshold does. */
  THRESHOLDS(ThresholdsPage.class),
  /** Whether the probabilities hold. */
  CALIBRATION(CalibrationPage.class),
  /** Precision, recall, F1 and support by outcome. */
  REPORT(ReportPage.class),
  /** What the model looks at. */
  IMPORTANCE(ImportancePage.class),
  /** What the value of each feature does. */
  EFFECTS(EffectsPage.class),
  /** Short rules that decide nearly as the model does. */
  RULES(RulesPage.class),
  /** Decisions by group of clients. */
  FAIRNESS(FairnessPage.class),
  /** Every candidate of the study, by its settings. */
  CANDIDATES(CandidatesPage.class),
  /** Thresholds of several models beside each other. */
  COMPARISON(ComparisonPage.class),
  /** The features the model reads. */
  FEATURES(FeaturesPage.class),
  /** Model card, methodology note and comparison, as files. */
  DOCUMENTS(DocumentsPage.class);

  private final Class<? extends PageContent> content;

  PageName(Class<? extends PageContent> content) {
    this.content = content;
  }

  /** Type of its content. */
  public Class<? extends PageContent> content() {
    return content;
  }

  /** Its name in an address. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of its file in the folder of pages. */
  public String file() {
    return key() + ".json";
  }

  /** The page of a name in an address, if there is one. */
  public static Optional<PageName> of(String key) {
    return Arrays.stream(values()).filter(page -> page.key().equals(key)).findFirst();
  }
}
