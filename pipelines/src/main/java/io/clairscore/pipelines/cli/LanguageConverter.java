package io.clairscore.pipelines.cli;

import io.clairscore.features.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the code of a language. */
final class LanguageConverter implements ITypeConverter<Language> {
  @Override
  public Language convert(String code) {
    try {
      return Language.of(code);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
