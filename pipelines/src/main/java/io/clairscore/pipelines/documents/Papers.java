package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.paper.Paper;
import io.clairscore.scorer.Manifest;
import java.time.Instant;
import java.util.Map;

/**
 * Makes of a text in Markdown the three files in which it is read.
 *
 * @param manifest the documented model
 * @param texts words of the language
 * @param figures that the text may show
 * @param files where the files are added, by name
 */
record Papers(
    Manifest manifest,
    DocumentTexts texts,
    Map<String, Picture> figures,
    Map<String, byte[]> files) {

  /** Kind of the note, each section of which has its pages. */
  static final String NOTE = "note";

  /** Kind of the model card. */
  static final String CARD = "card";

  void add(String name, String kind, String text) {
    Paper paper =
        new Paper(
            texts.say(kind + ".title", "run", manifest.training().runId()),
            texts.say(kind + ".subject"),
            texts.language(),
            Instant.parse(manifest.created()),
            text,
            figures,
            kind.equals(NOTE));
    files.put(name + ".md", Documents.bytes(text));
    files.put(name + ".html", Documents.bytes(paper.page()));
    files.put(name + ".pdf", paper.pdf());
  }
}
