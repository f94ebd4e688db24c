package io.clairscore.pipelines.cli;

import io.clairscore.features.text.Language;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The languages a command writes pages in. */
final class Languages {
  private Languages() {}

  /**
   * The language of a code, or all of them.
   *
   * @param code value of the option --language, null if it is not given
   * @throws ParameterException if there is no such language
   */
  static List<Language> of(CommandSpec spec, String code) {
    try {
      return code == null ? Arrays.asList(Language.values()) : List.of(Language.of(code));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--language: " + e.getMessage());
    }
  }
}
