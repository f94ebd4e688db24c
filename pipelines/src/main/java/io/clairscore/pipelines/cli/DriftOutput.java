package io.clairscore.pipelines.cli;

import io.clairscore.features.text.Language;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where drift reports go, and in which languages: options of every command that writes some. */
final class DriftOutput {
  @Option(
      names = "--language",
      paramLabel = "fr|en",
      converter = LanguageConverter.class,
      description = "Writes pages in this language (default: in each).")
  private Language language;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "Folder of the reports (default: reports/drift of the workspace, or"
              + " reports/drift-simulated of simulated months).")
  private Path out;

  List<Language> languages() {
    return language == null ? Arrays.asList(Language.values()) : List.of(language);
  }

  Optional<Path> folder() {
    return Optional.ofNullable(out);
  }
}
