package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.features.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Drift reports as JSON: {@code format}, then the components of {@link DriftReport} and of the
 * records it holds, under their names. A number that does not exist (NaN) is absent or null, an
 * infinite one the text "Infinity" or "-Infinity". A {@link Check}, a {@link Cell}, a {@link
 * Histogram}, {@link Bands}, a {@link Term}, a {@link Text}, an {@link EvidentlyVerdict} and an
 * {@link io.clairscore.drift.meaning.Effect} are arrays of their components in order: a report has
 * many.
 */
public final class ReportJson {
  /** Raised with every change of a component. */
  private static final int FORMAT = 2;

  private static final int BRIEF_DIGITS = 6;
  private static final ObjectMapper JSON = mapper(0);
  private static final ObjectMapper BRIEF_JSON = mapper(BRIEF_DIGITS);

  private ReportJson() {}

  /** The document of a report, on one line. */
  public static String write(DriftReport report) {
    return write(report, JSON);
  }

  /** The same document with numbers of six significant digits, to be carried by a page. */
  public static String writeBrief(DriftReport report) {
    return write(report, BRIEF_JSON);
  }

  private static String write(DriftReport report, ObjectMapper json) {
    try {
      return json.writeValueAsString(
          new Document(
              FORMAT,
              report.policy(),
              report.provenance(),
              report.referenceRows(),
              report.currentRows(),
              report.verdict(),
              report.rows(),
              report.model().orElse(null),
              report.quality().orElse(null),
              report.meaning()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A drift report cannot be written as JSON", e);
    }
  }

  /**
   * The report of a document.
   *
   * @throws IllegalArgumentException if the document is no report of this format
   */
  public static DriftReport read(String json) {
    try {
      Document document = JSON.readValue(json, Document.class);
      if (document.format != FORMAT) {
        throw DriftErrors.unreadable("it has format " + document.format + ", not " + FORMAT);
      }
      return new DriftReport(
          document.policy,
          document.provenance,
          document.referenceRows,
          document.currentRows,
          document.verdict,
          document.rows,
          Optional.ofNullable(document.model),
          Optional.ofNullable(document.quality),
          document.meaning);
    } catch (JsonProcessingException e) {
      throw DriftErrors.unreadable("it is not the JSON of a report: " + e.getOriginalMessage());
    }
  }

  private static ObjectMapper mapper(int digits) {
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .addModule(new FiniteNumbers(digits))
        .addMixIn(Text.class, BothLanguages.class)
        .build();
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
      if (policy == null
          || provenance == null
          || verdict == null
          || rows == null
          || meaning == null) {
        throw new IllegalArgumentException("a part is missing");
      }
    }
  }
}
