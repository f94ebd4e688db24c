package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.use.Use;
import io.clairscore.pipelines.evaluation.SlowEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Every figure that the French note may hold, from {@code bundle.json} and the evidence by way of
 * plain JSON and slow loops, and written here in a way of its own.
 */
final class ExpectedFigures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FIGURE = Pattern.compile("[0-9][0-9\u202f]*(,[0-9]+)?");

  /**
   * Figures that are part of the language: names of sections and files, the level of intervals, the
   * value that stands for a default, one in so many, names of features and of measures.
   */
  private static final Set<String> WORDS =
      Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "95", "0,5", "0");

  private final Set<String> figures = new HashSet<>(WORDS);
  private final SlowEvidence evidence;
  private final JsonNode manifest;

  ExpectedFigures(Path bundle, Path evidence) throws IOException {
    this.evidence = SlowEvidence.read(evidence.resolve("predictions.csv"));
    this.manifest = JSON.readTree(bundle.toFile());
    numbersOf(JSON.readTree(evidence.resolve("configuration.json").toFile()).get("training"));
    numbersOf(manifest.get("metrics"));
    numbersOf(manifest.get("threshold"));
    numbersOf(manifest.get("points"));
    counts();
    uses();
    thresholds();
    points(JSON.readTree(bundle.resolveSibling("reference.json").toFile()));
  }

  Set<String> all() {
    return figures;
  }

  /** The figures of a text, without those inside code, links and dates. */
  static Set<String> written(String text) {
    String prose =
        text.replaceAll("`[^`]*`", "")
            .replaceAll("\\]\\([^)]*\\)", "]")
            .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC", "")
            .replaceAll("XGBoost \\| [0-9.]+", "");
    return FIGURE
        .matcher(prose)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String rate(double value) {
    return french("%,.4f", value);
  }

  static String percent(double share) {
    return french("%,.1f", 100 * share) + "\u00a0%";
  }

  static String count(long value) {
    return french("%,.0f", value);
  }

  private static String french(String format, double value) {
    return String.format(Locale.ROOT, format, value).replace(',', '\u202f').replace('.', ',');
  }

  /** Every number below a node, in all the ways in which the note writes one. */
  private void numbersOf(JsonNode node) {
    if (node.isNumber()) {
      add(node.asDouble());
    }
    node.forEach(this::numbersOf);
  }

  private void add(double value) {
    figures.add(rate(Math.abs(value)));
    figures.add(french("%,.0f", Math.abs(value)));
    figures.add(french("%,.1f", Math.abs(value)));
    figures.add(french("%,.1f", 100 * value));
    figures.add(french("%,.0f", 100 * value));
    figures.add(french("%s", value).replaceAll(",0$", ""));
  }

  private void uses() {
    for (Use use : Use.values()) {
      add(
          Catalogue.core().features().stream()
              .filter(feature -> feature.ruling().use() == use)
              .count());
    }
    add(Catalogue.core().features().size());
  }

  private void counts() {
    double clients = evidence.clients().size();
    add(clients);
    add(evidence.defaults());
    add(evidence.defaults() / clients);
    add(clients / evidence.defaults());
    for (SlowEvidence part : new SlowEvidence[] {evidence.training(), evidence.holdOut()}) {
      add(part.clients().size());
      add(part.defaults());
      add((double) part.defaults() / part.clients().size());
      add(part.meanProbability());
    }
    add(evidence.holdOut().calibrationError());
    SlowEvidence riskiest = evidence.holdOut().riskiestTenth();
    add(riskiest.meanProbability());
    add((double) riskiest.defaults() / riskiest.clients().size());
  }

  /** Refusals of the thresholds, half a percent apart, that cost almost as little as can be. */
  private void flat(double least, double[] rules) {
    double[] margins =
        evidence.training().clients().stream()
            .mapToDouble(SlowEvidence.Client::margin)
            .sorted()
            .toArray();
    DoubleStream steps =
        IntStream.rangeClosed(1, 200).mapToDouble(k -> margins[(200 - k) * margins.length / 200]);
    double[] refused =
        DoubleStream.concat(steps, DoubleStream.of(rules))
            .filter(margin -> evidence.training().at(margin).cost() <= 1.01 * least)
            .map(margin -> evidence.training().at(margin).refused())
            .toArray();
    add(0.01);
    add(DoubleStream.of(refused).min().orElseThrow());
    add(DoubleStream.of(refused).max().orElseThrow());
  }

  private void thresholds() {
    JsonNode scale = manifest.get("points");
    double factor = scale.get("pointsToDouble").asDouble() / Math.log(2);
    double odds = scale.get("baseOdds").asDouble();
    double served = manifest.at("/threshold/margin").asDouble();
    double offset = scale.get("basePoints").asDouble() - factor * Math.log(odds);
    add(offset - factor * served);
    for (int outcome : new int[] {0, 1}) {
      add(
          evidence.holdOut().where(client -> client.target() == outcome).clients().stream()
              .mapToDouble(client -> offset - factor * client.margin())
              .average()
              .orElseThrow());
    }
    add(manifest.at("/threshold/reviewWidth").asDouble() / 2 * factor);
    add(1.0 / 11);
    add(0.5);
    SlowEvidence training = evidence.training();
    double least = training.at(served).cost();
    double[] rules = {
      served,
      training.best(SlowEvidence.Counts::f1),
      training.best(SlowEvidence.Counts::accuracy),
      from(0.5),
      from(1.0 / 11),
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    flat(least, rules);
    for (double margin : rules) {
      add(training.at(margin).cost() - least);
      add(probability(margin));
      for (SlowEvidence part : new SlowEvidence[] {training, evidence.holdOut()}) {
        add(part.at(margin).cost());
        add(part.at(margin).refused());
        add(part.at(margin).recall());
      }
    }
  }

  /** Platt's curve, which so few defaults get. */
  private double probability(double margin) {
    DoubleSummaryStatistics margins =
        evidence.clients().stream().mapToDouble(SlowEvidence.Client::margin).summaryStatistics();
    double place = Math.max(margins.getMin(), Math.min(margins.getMax(), margin));
    double slope = manifest.at("/calibration/slope").asDouble();
    double intercept = manifest.at("/calibration/intercept").asDouble();
    return 1 / (1 + Math.exp(-(slope * place + intercept)));
  }

  private double from(double probability) {
    double slope = manifest.at("/calibration/slope").asDouble();
    double intercept = manifest.at("/calibration/intercept").asDouble();
    return (Math.log(probability / (1 - probability)) - intercept) / slope;
  }

  private void points(JsonNode reference) {
    double factor = manifest.at("/points/pointsToDouble").asDouble() / Math.log(2);
    add(reference.get("explainedClients").asDouble());
    Map<String, Double> groups = new TreeMap<>();
    double all = 0;
    double ofProtected = 0;
    for (JsonNode of : reference.get("features")) {
      double points = factor * of.get("meanAbsoluteContribution").asDouble();
      add(points);
      all += points;
      Optional<Feature> feature = Catalogue.core().feature(of.get("name").asText());
      groups.merge(feature.map(known -> known.group().name()).orElse(""), points, Double::sum);
      ofProtected += feature.filter(Feature::readsProtectedAttribute).isPresent() ? points : 0;
    }
    groups.values().forEach(this::add);
    add(ofProtected / all);
    reference
        .get("levels")
        .forEach(
            of -> {
              double clients = of.get("clients").asDouble();
              add(clients);
              add(of.get("defaults").asDouble());
              add(of.get("defaults").asDouble() / clients);
            });
  }
}
