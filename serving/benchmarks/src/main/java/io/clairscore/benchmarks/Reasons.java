package io.clairscore.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.explanation.Explainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Remarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Explains every row of a file and counts what the rules of reasons forbid. Exit code 1 if anything
 * is found, 2 if nothing can be explained.
 */
final class Reasons {
  /** What no model says: any lender’s words will do. */
  static final Presentation WORDS =
      new Presentation(new Text("euros", "euros"), new Text("nous", "us"));

  private Reasons() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: Reasons BUNDLE ROWS.f32");
      System.exit(2);
    }
    Bundle bundle = bundle(Path.of(arguments[0]));
    float[][] rows = Rows.read(Path.of(arguments[1]), bundle.manifest().features().size());
    Catalogue catalogue = Catalogue.core();
    List<Feature> features =
        bundle.manifest().features().stream()
            .map(name -> catalogue.feature(name).orElseThrow())
            .toList();
    Associations associations = Associations.of(Scorer.of(bundle), rows);
    Explainer explainer = Explainer.of(bundle, catalogue, ReasonLimits.DEFAULT);
    ReasonTally tally =
        new ReasonTally(
            features,
            associations,
            Narration.in(Language.FRENCH, WORDS),
            Narration.in(Language.ENGLISH, WORDS));
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            row -> {
              Explanation explanation = explainer.explain(rows[row], Remarks.NONE);
              tally.add(row, explanation);
            });
    System.exit(tally.report(System.out) ? 0 : 1);
  }

  private static Bundle bundle(Path folder) throws IOException {
    String catalogue =
        new ObjectMapper()
            .readTree(folder.resolve("bundle.json").toFile())
            .path("catalogueHash")
            .asText();
    return Bundle.load(folder, catalogue);
  }
}
