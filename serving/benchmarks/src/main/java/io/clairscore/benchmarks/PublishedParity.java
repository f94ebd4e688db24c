package io.clairscore.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.explanation.ReasonLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Takes every published client's dossier from JSON, writes it as JSON and reads that again, and
 * compares its explanation with the score the batch gave the client. Then reads the explanation in
 * both languages for what an advisor must never see. Exit code 1 if anything differs, 2 if nothing
 * can be compared.
 */
final class PublishedParity {
  /** A name of a column: capitals, digits and underscores. */
  private static final Pattern COLUMN = Pattern.compile("\\b[A-Z0-9]+_[A-Z0-9_]+\\b");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DossierExplainer explainer;
  private final Map<String, Integer> found = new LinkedHashMap<>();
  private final List<Narration> narrations =
      Stream.of(Language.values()).map(Narration::in).toList();

  private PublishedParity(Path version) throws IOException {
    Catalogue catalogue = Catalogue.core();
    Bundle bundle = Bundle.load(version.resolve("bundle"), catalogue.hash());
    explainer = DossierExplainer.of(bundle, catalogue, ReasonLimits.DEFAULT);
    for (String what : List.of("documents", "compared", "other score", "other JSON")) {
      found.put(what, 0);
    }
    for (String what : List.of("protected reason", "sum in reasons", "column name in a text")) {
      found.put(what, 0);
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: PublishedParity PUBLISHED/VERSION");
      System.exit(2);
    }
    System.exit(new PublishedParity(Path.of(arguments[0])).compare(Path.of(arguments[0])));
  }

  private int compare(Path version) throws IOException {
    List<Path> shards;
    try (Stream<Path> files = Files.list(version.resolve("clients"))) {
      shards = files.filter(file -> file.toString().endsWith(".gz")).sorted().toList();
    }
    for (Path shard : shards) {
      try (MappingIterator<JsonNode> documents =
          MAPPER
              .readerFor(JsonNode.class)
              .readValues(
                  new GZIPInputStream(new BufferedInputStream(Files.newInputStream(shard))))) {
        while (documents.hasNext()) {
          compare(documents.next());
        }
      }
    }
    found.forEach((what, count) -> System.out.printf("%-24s %,9d%n", what, count));
    if (found.get("compared") == 0) {
      return 2;
    }
    return found.values().stream().skip(2).allMatch(count -> count == 0) ? 0 : 1;
  }

  private void compare(JsonNode document) {
    count("documents", true);
    if (document.get("scores").isEmpty()) {
      return;
    }
    Dossier published = DossierJson.read(document.get("dossier"));
    Dossier again = DossierJson.read(DossierJson.write(published));
    Explanation explanation = explainer.explain(again);
    count("compared", true);
    count("other JSON", !again.equals(published));
    count("other score", !isScore(document.get("scores").get(0), explanation.score()));
    count("protected reason", explanation.strongest().stream().anyMatch(PublishedParity::barred));
    count("sum in reasons", !addsUp(explanation));
    for (Narration narration : narrations) {
      String text = narration.tell(explanation).text();
      count("column name in a text", COLUMN.matcher(text).find());
    }
  }

  /** Whether the batch gave this score: the margin bit for bit, and all that follows from it. */
  private static boolean isScore(JsonNode batch, Score score) {
    return Float.floatToIntBits(batch.get("margin").floatValue())
            == Float.floatToIntBits(score.margin())
        && batch.get("probability").doubleValue() == score.probability()
        && batch.get("points").intValue() == score.points()
        && batch.get("level").textValue().equals(score.level().name())
        && batch.get("decision").textValue().equals(score.decision().name())
        && batch.get("to_review").booleanValue() == score.toReview();
  }

  private static boolean barred(Reason reason) {
    return reason.feature().readsProtectedAttribute();
  }

  /** Counted here once more, apart from the explanation's own check. */
  private static boolean addsUp(Explanation explanation) {
    int features = explanation.features().stream().mapToInt(f -> f.points()).sum();
    int reasons = explanation.strongest().stream().mapToInt(Reason::points).sum();
    int moved = explanation.score().points() - explanation.basePoints();
    return features == moved
        && reasons + explanation.barredPoints() + explanation.otherPoints() == moved;
  }

  private void count(String what, boolean happened) {
    found.merge(what, happened ? 1 : 0, Integer::sum);
  }
}
