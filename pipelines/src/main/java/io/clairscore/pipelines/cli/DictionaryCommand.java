package io.clairscore.pipelines.cli;

import io.clairscore.features.dictionary.Dictionary;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the dictionary of columns and features. */
@Command(
    name = "dictionary",
    mixinStandardHelpOptions = true,
    description = "Writes the dictionary of columns and features, with texts and lineage.")
final class DictionaryCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "docs",
      description =
          "Where to write dictionary.json and a page per language (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    write("dictionary.json", Dictionary.json());
    for (Language language : Language.values()) {
      write(
          "dictionary." + language.name().toLowerCase(Locale.ROOT) + ".md",
          Dictionary.markdown(language));
    }
    return ExitCode.DONE.status();
  }

  private void write(String name, String text) throws IOException {
    Path file = out.toAbsolutePath().resolve(name);
    DurableFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
    System.out.println(file);
  }
}
