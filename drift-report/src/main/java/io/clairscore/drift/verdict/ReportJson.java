package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.json.Documents;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drift reports as JSON: {@code format}, then the components of {@link DriftReport} and of the
 * records it holds, under their names. A number that does not exist (NaN) is absent or null, an
 * infinite one the text "Infinity" or "-Infinity". A {@link Check}, a {@link Cell}, a {@link
 * Histogram}, {@link Bands}, a {@link Term}, a {@link Text}, an {@link EvidentlyVerdict}, an {@link
 * ColumnEvent} and an {@link io.clairscore.drift.meaning.Effect} are arrays of their components in
 * order: a report has many.
 */
public final class ReportJson {
  /** Raised with every change of a component. */
  public static final int FORMAT = 3;

  private static final int BRIEF_DIGITS = 6;
  private static final ObjectMapper BRIEF = mapper(BRIEF_DIGITS);
  private static final Documents<Document> JSON =
      new Documents<>(
          Document.class,
          FORMAT,
          "drift report",
          "Make the report again with this version of Clairscore.",
          mapper(0));

  private ReportJson() {}

  /** The document of a report, on one line. */
  public static String write(DriftReport report) {
    return JSON.write(Document.of(report));
  }

  /** The same document with numbers of six significant digits, to be carried by a page. */
  public static String writeBrief(DriftReport report) {
    return Documents.write(Document.of(report), BRIEF);
  }

  /**
   * The report of a document.
   *
   * @throws Refusal with DATA if the document is no report of this format
   */
  public static DriftReport read(String json) {
    return JSON.read(json, Document::report);
  }

  private static ObjectMapper mapper(int digits) {
    return Documents.mapper(digits).addMixIn(Text.class, BothLanguages.class).build();
  }

  /** A text is the array of its French and its English: each column has one, and each term. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface BothLanguages {}

  /** What is written: a report, with null where something was not asked. */
  record Document(
      int format,
      DriftPolicy policy,
      Provenance provenance,
      long referenceRows,
      long currentRows,
      DatasetVerdict verdict,
      List<DriftRow> rows,
      ModelVerdict model,
      DataQuality quality,
      Meaning meaning) {
    Document {
      if (Stream.of(policy, provenance, verdict, rows, meaning).anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException("a part is missing");
      }
    }

    static Document of(DriftReport report) {
      return new Document(
          FORMAT,
          report.policy(),
          report.provenance(),
          report.referenceRows(),
          report.currentRows(),
          report.verdict(),
          report.rows(),
          report.model().orElse(null),
          report.quality().orElse(null),
          report.meaning());
    }

    DriftReport report() {
      return new DriftReport(
          policy,
          provenance,
          referenceRows,
          currentRows,
          verdict,
          rows,
          Optional.ofNullable(model),
          Optional.ofNullable(quality),
          meaning);
    }
  }
}
