package io.clairscore.service.http;

import io.clairscore.features.text.Language;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of who asks. */
final class Languages {
  static final String PARAMETER = "language";

  /** A parameter of every route. */
  static final Parameter DECLARED =
      Parameter.choice(PARAMETER, List.of("fr", "en"), "Language of the answer.");

  private static final int LONGEST_HEADER = 200;

  private Languages() {}

  /** Parameter {@code language}, else the first of Accept-Language that is spoken, else French. */
  static Language of(Context context) {
    return named(context.queryParam(PARAMETER))
        .orElseGet(() -> ofHeader(context.header("Accept-Language")));
  }

  /** The first language of the header Accept-Language that is spoken, else French. */
  static Language ofHeader(String header) {
    return accepted(header).orElse(Language.FRENCH);
  }

  private static Optional<Language> named(String code) {
    return Arrays.stream(Language.values())
        .filter(language -> language.code().equals(code))
        .findFirst();
  }

  private static Optional<Language> accepted(String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> named(range.getRange().split("-", 2)[0]).stream())
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
