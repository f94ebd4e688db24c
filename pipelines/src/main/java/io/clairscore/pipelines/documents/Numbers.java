package io.clairscore.pipelines.documents;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;

/** How the documents write figures: always with the same decimals, in the reader's language. */
final class Numbers {
  private static final String NONE = "–";

  private final Figures figures;

  Numbers(Language language) {
    figures = new Figures(language);
  }

  String count(double value) {
    return fixed(value, 0);
  }

  /** A cost, an AUC or another figure whose fourth decimal is still read. */
  String rate(double value) {
    return fixed(value, 4);
  }

  /** Points and the like. */
  String points(double value) {
    return fixed(value, 1);
  }

  String percent(double share) {
    return Double.isFinite(share) ? figures.percent(share, 1) : NONE;
  }

  /** A setting or a value beside an axis, with the decimals it has. */
  String setting(double value) {
    return figures.number(value, 6);
  }

  /** A share beside an axis. */
  String percentTick(double share) {
    return figures.number(100 * share, 4) + figures.percentSign();
  }

  private String fixed(double value, int decimals) {
    return Double.isFinite(value) ? figures.fixed(value, decimals) : NONE;
  }
}
