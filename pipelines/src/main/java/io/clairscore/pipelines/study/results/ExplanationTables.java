package io.clairscore.pipelines.study.results;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.grid.Grid.Column;
import io.clairscore.pipelines.study.explanation.EffectBin;
import io.clairscore.pipelines.study.explanation.FeatureEffect;
import io.clairscore.pipelines.study.explanation.Importance;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.RiskZone;
import io.clairscore.pipelines.study.explanation.RuleOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Tables of what a model does as a whole.
 *
 * @param explanation the explained model
 * @param wording how figures are written
 */
record ExplanationTables(ModelExplanation explanation, Wording wording) {

  private record BinRow(String feature, EffectBin bin) {}

  private record ZoneRow(FeatureEffect effect, RiskZone zone) {}

  Map<String, Grid> all() {
    Map<String, Grid> all = new LinkedHashMap<>();
    all.put("importance-groups", groups());
    all.put("importance", features());
    all.put("rules", rules("rules", Language.ENGLISH));
    all.put("rules-fr", rules("rules-fr", Language.FRENCH));
    all.put("risk-zones", zones("risk-zones", Language.ENGLISH));
    all.put("risk-zones-fr", zones("risk-zones-fr", Language.FRENCH));
    all.put("effects", effects());
    all.put("errors-by-interval", errors());
    return all;
  }

  private <R> Column<R> figure(String heading, Function<R, Double> figure) {
    return new Column<>(heading, figure.andThen(wording::figure));
  }

  /** Mean absolute contribution of the features of each business group together. */
  private Grid groups() {
    Map<String, Double> sums =
        explanation.importances().stream()
            .collect(
                Collectors.groupingBy(
                    importance -> importance.group().isEmpty() ? "OTHER" : importance.group(),
                    Collectors.summingDouble(Importance::meanAbsoluteContribution)));
    double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
    return Grid.of(
        "Mean |SHAP| summed over the features of each business group",
        sums.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .toList(),
        List.of(
            new Column<>("group", Map.Entry::getKey),
            figure("mean |SHAP|", Map.Entry::getValue),
            figure("share", group -> group.getValue() / all)));
  }

  private Grid features() {
    return Grid.of(
        "Mean |SHAP| by feature, and AUC lost when permuted (rank correlation of those permuted "
            + wording.figure(agreement())
            + ")",
        explanation.importances(),
        List.of(
            new Column<>("feature", Importance::feature),
            new Column<>("group", Importance::group),
            figure("mean |SHAP|", Importance::meanAbsoluteContribution),
            figure("AUC lost", Importance::aucLoss)));
  }

  /** Spearman's correlation of the two ways to tell importance, over the features with both. */
  private double agreement() {
    List<Importance> both =
        explanation.importances().stream().filter(of -> of.aucLoss() != null).toList();
    return both.size() < 2
        ? Double.NaN
        : new SpearmansCorrelation()
            .correlation(
                both.stream().mapToDouble(Importance::meanAbsoluteContribution).toArray(),
                both.stream().mapToDouble(Importance::aucLoss).toArray());
  }

  /** The rules in words of a language. */
  private Grid rules(String name, Language language) {
    Phrases<ExplanationPhrase> phrases = ExplanationPhrase.in(language);
    return spoken(
        name,
        phrases.say(ExplanationPhrase.RULES, "fidelity", wording.figure(explanation.fidelity())),
        phrases.say(ExplanationPhrase.RULE_COLUMNS),
        explanation.rules(),
        List.<Function<RuleOutcome, String>>of(
            rule -> rule.in(language),
            rule -> wording.count(rule.clients()),
            rule -> wording.figure(rule.coverage()),
            rule -> wording.figure(rule.fidelity()),
            rule -> wording.figure(rule.defaulted())));
  }

  /** Where the value of a feature raises or lowers the risk: the ends are critical thresholds. */
  private Grid zones(String name, Language language) {
    Phrases<ExplanationPhrase> phrases = ExplanationPhrase.in(language);
    String unknown = phrases.say(ExplanationPhrase.UNKNOWN);
    return spoken(
        name,
        phrases.say(ExplanationPhrase.ZONES),
        phrases.say(ExplanationPhrase.ZONE_COLUMNS),
        explanation.effects().stream()
            .flatMap(of -> RiskZone.of(of).stream().map(zone -> new ZoneRow(of, zone)))
            .toList(),
        List.<Function<ZoneRow, String>>of(
            row -> row.effect().label(language) + " (" + row.effect().feature() + ")",
            row -> value(row.zone().from(), unknown),
            row -> value(row.zone().upTo(), unknown),
            row -> phrases.say(ExplanationPhrase.valueOf(row.zone().kind().name())),
            row -> wording.figure(row.zone().effect()),
            row -> wording.figure((double) row.zone().clients() / row.effect().clients()),
            row -> wording.figure(row.zone().defaulted())));
  }

  /** A table whose words are of a language whatever its figures are. */
  private <R> Grid spoken(
      String name, String title, String header, List<R> rows, List<Function<R, String>> cells) {
    String[] headings = header.split(";");
    return Grid.of(
        wording.title(name, title),
        rows,
        IntStream.range(0, cells.size())
            .mapToObj(i -> new Column<R>(headings[i], cells.get(i)))
            .toList());
  }

  private String value(Double value, String unknown) {
    return value == null ? unknown : wording.value(value);
  }

  /** Partial dependence, accumulated local effects and contributions by interval, in log-odds. */
  private Grid effects() {
    return byInterval(
        "Effects of the strongest features by interval, in log-odds",
        List.of(
            figure("partial dependence", row -> row.bin().partialDependence()),
            figure("ALE", row -> row.bin().accumulated()),
            figure("mean SHAP", row -> row.bin().contribution()),
            figure("SHAP 10%", row -> row.bin().lowContribution()),
            figure("SHAP 90%", row -> row.bin().highContribution()),
            figure("defaulted", row -> row.bin().defaulted())));
  }

  /** Wrong decisions by interval, out of fold. */
  private Grid errors() {
    return byInterval(
        "Wrong decisions by interval of the strongest features, out of fold",
        List.of(
            figure("defaulted", row -> row.bin().defaulted()),
            figure("defaults granted", row -> row.bin().missedDefaults()),
            figure("good refused", row -> row.bin().refusedGood())));
  }

  private Grid byInterval(String title, List<Column<BinRow>> figures) {
    List<Column<BinRow>> columns = new ArrayList<>();
    columns.add(new Column<>("feature", BinRow::feature));
    columns.add(new Column<>("from", row -> value(row.bin().from(), "")));
    columns.add(new Column<>("up to", row -> value(row.bin().upTo(), "")));
    columns.add(new Column<>("clients", row -> wording.count(row.bin().clients())));
    columns.addAll(figures);
    return Grid.of(
        title,
        explanation.effects().stream()
            .flatMap(of -> of.bins().stream().map(bin -> new BinRow(of.feature(), bin)))
            .toList(),
        columns);
  }
}
