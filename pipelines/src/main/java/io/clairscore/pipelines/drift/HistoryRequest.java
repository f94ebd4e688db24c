package io.clairscore.pipelines.drift;

import io.clairscore.features.text.Language;
import java.nio.file.Path;
import java.util.List;

/**
 * Which history is written.
 *
 * @param folder of the reports
 * @param languages languages of the pages
 * @param most of the newest reports, at least 1
 */
public record HistoryRequest(Path folder, List<Language> languages, int most) {
  public HistoryRequest {
    languages = List.copyOf(languages);
    if (most < 1) {
      throw DriftErrors.noWindow(most);
    }
  }
}
