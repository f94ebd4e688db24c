package io.clairscore.pipelines.study;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import io.clairscore.pipelines.study.explanation.EffectBin;
import io.clairscore.pipelines.study.explanation.FeatureEffect;
import io.clairscore.pipelines.study.explanation.RiskZone;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Tables of how a model follows its strongest features.
 *
 * @param effects the strongest features, the most important first
 */
record EffectTables(List<FeatureEffect> effects) {
  static final String EFFECTS = "effects";
  static final String ERRORS = "errors-by-interval";
  private static final TextTable PHRASES = TextTable.read(EffectTables.class, "effects.tsv", 1);

  /** Partial dependence, accumulated local effects and contributions by interval, in log-odds. */
  ResultTable effectsByInterval() {
    return byInterval(
        EFFECTS,
        "Effects of the strongest features by interval, in log-odds",
        List.of("partial dependence", "ALE", "mean SHAP", "SHAP 10%", "SHAP 90%", "defaulted"),
        bin ->
            List.of(
                Cells.figure(bin.partialDependence()),
                Cells.figure(bin.accumulated()),
                Cells.figure(bin.contribution()),
                Cells.figure(bin.lowContribution()),
                Cells.figure(bin.highContribution()),
                Cells.figure(bin.defaulted())));
  }

  /** Wrong decisions by interval, out of fold. */
  ResultTable errorsByInterval() {
    return byInterval(
        ERRORS,
        "Wrong decisions by interval of the strongest features, out of fold",
        List.of("defaulted", "defaults granted", "good refused"),
        bin ->
            List.of(
                Cells.figure(bin.defaulted()),
                Cells.figure(bin.missedDefaults()),
                Cells.figure(bin.refusedGood())));
  }

  private ResultTable byInterval(
      String name, String title, List<String> figures, Function<EffectBin, List<String>> cells) {
    List<String> header = new ArrayList<>(List.of("feature", "from", "up to", "clients"));
    header.addAll(figures);
    List<List<String>> rows = new ArrayList<>();
    for (FeatureEffect effect : effects) {
      for (EffectBin bin : effect.bins()) {
        List<String> row = new ArrayList<>();
        row.add(effect.feature());
        row.add(bin.from() == null ? "" : value(bin.from()));
        row.add(bin.upTo() == null ? "" : value(bin.upTo()));
        row.add(String.valueOf(bin.clients()));
        row.addAll(cells.apply(bin));
        rows.add(row);
      }
    }
    return new ResultTable(name, title, header, rows);
  }

  /** Where the value of a feature raises or lowers the risk: the ends are critical thresholds. */
  ResultTable zones(String name, Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (FeatureEffect effect : effects) {
      String label = language == Language.FRENCH ? effect.french() : effect.english();
      for (RiskZone zone : RiskZone.of(effect)) {
        rows.add(
            List.of(
                label + " (" + effect.feature() + ")",
                zone.from() == null ? phrase("UNKNOWN", language) : value(zone.from()),
                zone.upTo() == null ? phrase("UNKNOWN", language) : value(zone.upTo()),
                phrase(zone.kind().name(), language),
                Cells.figure(zone.effect()),
                Cells.figure((double) zone.clients() / effect.clients()),
                Cells.figure(zone.defaulted())));
      }
    }
    return new ResultTable(
        name, phrase("TITLE", language), List.of(phrase("COLUMNS", language).split(";")), rows);
  }

  private static String phrase(String key, Language language) {
    return PHRASES.text("text", key).in(language);
  }

  /** Five significant digits: a value is to be found again in the data. */
  private static String value(double value) {
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }
}
