package io.clairscore.benchmarks;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.explanation.Theme;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes every published client's dossier from JSON, writes it as JSON and reads that again, and
 * compares its explanation with the score the batch gave the client. Then reads the explanation in
 * both languages for what an advisor must never see. Exit code 1 if anything differs, 2 if nothing
 * can be compared.
 */
final class PublishedParity {
  /** A name of a column: capitals, digits and underscores. */
  private static final Pattern COLUMN = Pattern.compile("\\b[A-Z0-9]+_[A-Z0-9_]+\\b");

  private final DossierExplainer explainer;
  private final FeatureEngine engine;
  private final Scorer scorer;
  private final Map<String, Integer> found = new LinkedHashMap<>();
  private final List<Narration> narrations =
      Stream.of(Language.values()).map(language -> Narration.in(language, Reasons.WORDS)).toList();

  private PublishedParity(PublishedVersion version) {
    Catalogue catalogue = Catalogue.core();
    Bundle bundle = version.bundle(catalogue.hash());
    explainer = DossierExplainer.of(bundle, catalogue, version.presentation().limits());
    engine = new FeatureEngine(bundle.manifest().featuresOf(catalogue));
    scorer = Scorer.of(bundle);
    for (String what :
        List.of("documents", "compared", "other record", "other score", "other JSON")) {
      found.put(what, 0);
    }
    for (String what : List.of("barred reason", "sum in themes", "column name in a text")) {
      found.put(what, 0);
    }
  }

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: PublishedParity PUBLISHED/VERSION");
      System.exit(2);
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
    PublishedVersion version =
        new Published(folder.getParent()).version(folder.getFileName().toString());
    System.exit(new PublishedParity(version).compare(version.clients()));
  }

  private int compare(ClientStore clients) {
    clients
        .all()
        .forEach(
            client -> {
              compare(client);
              compare(client, clients.scoring(client.client()).orElseThrow());
            });
    found.forEach((what, count) -> System.out.printf("%-24s %,9d%n", what, count));
    if (found.get("compared") == 0) {
      return 2;
    }
    return found.values().stream().skip(2).allMatch(count -> count == 0) ? 0 : 1;
  }

  /** The record by which a client is scored must say what its dossier says. */
  private void compare(ClientRecord client, ScoringRecord record) {
    Explanation explanation = explainer.explain(client.dossier());
    List<Integer> told = explanation.strongest().stream().map(Reason::points).toList();
    boolean same =
        Arrays.equals(record.features(), engine.compute(client.dossier()))
            && isScore(scorer.score(record.features()), explanation.score())
            && record.reasons().stream().map(ReasonPoints::points).toList().equals(told);
    count("other record", !same);
  }

  private void compare(ClientRecord client) {
    count("documents", true);
    if (client.scores().isEmpty()) {
      return;
    }
    Dossier published = client.dossier();
    Dossier again = DossierJson.read(DossierJson.write(published));
    Explanation explanation = explainer.explain(again);
    count("compared", true);
    count("other JSON", !again.equals(published));
    count("other score", !isScore(client.scores().get(0).score(), explanation.score()));
    count("barred reason", explanation.strongest().stream().anyMatch(PublishedParity::barred));
    count("sum in themes", !addsUp(explanation));
    for (Narration narration : narrations) {
      String text = narration.tell(explanation).text();
      count("column name in a text", COLUMN.matcher(text).find());
    }
  }

  /** Whether the batch gave this score: the margin bit for bit, and all that follows from it. */
  private static boolean isScore(Score batch, Score score) {
    return Float.floatToIntBits(batch.margin()) == Float.floatToIntBits(score.margin())
        && batch.equals(score);
  }

  private static boolean barred(Reason reason) {
    return !reason.feature().decides();
  }

  /** Counted here once more, apart from the explanation's own check. */
  private static boolean addsUp(Explanation explanation) {
    int features = explanation.features().stream().mapToInt(f -> f.points()).sum();
    int themes = explanation.themes().stream().mapToInt(Theme::points).sum();
    int moved = explanation.score().points() - explanation.basePoints();
    return features == moved && themes + explanation.barredPoints() == moved;
  }

  private void count(String what, boolean happened) {
    found.merge(what, happened ? 1 : 0, Integer::sum);
  }
}
