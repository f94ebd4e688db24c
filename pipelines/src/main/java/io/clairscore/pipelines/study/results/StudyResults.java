package io.clairscore.pipelines.study.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.study.learner.CoefficientPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a study found.
 *
 * @param version of the form in which it is written
 * @param models from simple to complex
 * @param treatments one algorithm under each treatment of the rarity of defaults
 * @param coefficients of the logistic regression, null before they are fitted
 * @param search null before it has ended
 * @param chosen the better XGBoost as a whole, null before the study has ended
 */
public record StudyResults(
    int version,
    Contest models,
    Contest treatments,
    CoefficientPath coefficients,
    SearchResult search,
    ChosenModel chosen) {
  /** Name of the file in the study's folder. */
  public static final String FILE = "study.json";

  /** Version 1 held texts. */
  private static final int VERSION = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  public StudyResults(
      Contest models,
      Contest treatments,
      CoefficientPath coefficients,
      SearchResult search,
      ChosenModel chosen) {
    this(VERSION, models, treatments, coefficients, search, chosen);
  }

  /** Candidates judged side by side. */
  public record Contest(List<CandidateResult> candidates, List<Comparison> comparisons) {}

  /**
   * Reads results.
   *
   * @throws Refusal with DATA if the file is damaged or of another version
   */
  public static StudyResults read(Path file) {
    try {
      JsonNode read = JSON.readTree(file.toFile());
      int version = read.path("version").asInt(1);
      if (version != VERSION) {
        throw Refusal.data(
            "The study in " + file + " was written by another version of Clairscore.",
            "It has version " + version + ", this program reads version " + VERSION + ".",
            "Run the study again under its run id: it fits nothing anew and writes its tables again."
                + " Or move its folder away: the documents are complete without it.");
      }
      return JSON.treeToValue(read, StudyResults.class);
    } catch (IOException e) {
      throw Refusal.data(
              "Cannot read " + file + ".",
              e.toString(),
              "Run the study again, or move its folder away: the documents are complete without it.")
          .from(e);
    }
  }

  /** The results as JSON; a number that does not exist is null or "NaN". */
  public String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Numbers cannot be written as JSON", e);
    }
  }
}
