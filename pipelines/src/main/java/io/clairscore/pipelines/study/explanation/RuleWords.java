package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rules in words.
 *
 * @param names names of the features
 */
record RuleWords(List<String> names) {
  private static final TextTable PHRASES = TextTable.read(RuleWords.class, "rules.tsv", 1);

  /** The rule in one sentence. */
  String of(Rule rule, Language language) {
    String decision = phrase(rule.refuses() ? "REFUSE" : "GRANT", language);
    if (rule.conditions().isEmpty()) {
      return decision + " " + phrase("ALWAYS", language);
    }
    return rule.conditions().stream()
        .map(condition -> of(condition, language))
        .collect(
            Collectors.joining(
                " " + phrase("AND", language) + " ",
                decision + " " + phrase("IF", language) + " ",
                ""));
  }

  private String of(Condition condition, Language language) {
    String label = label(names.get(condition.feature()), language);
    if (!condition.known()) {
      return label + " " + phrase("UNKNOWN", language);
    }
    boolean above = condition.above() > Double.NEGATIVE_INFINITY;
    boolean upTo = condition.upTo() < Double.POSITIVE_INFINITY;
    String unknown = condition.unknown() ? " " + phrase("OR_UNKNOWN", language) : "";
    if (above && upTo) {
      return label
          + " "
          + phrase("BETWEEN", language)
              .replace("{above}", number(condition.above(), language))
              .replace("{upTo}", number(condition.upTo(), language))
          + unknown;
    }
    if (above) {
      return label + " > " + number(condition.above(), language) + unknown;
    }
    return upTo
        ? label + " ≤ " + number(condition.upTo(), language) + unknown
        : label + " " + phrase("KNOWN", language);
  }

  private static String label(String name, Language language) {
    return Catalogue.core()
        .feature(name)
        .map(feature -> FeatureTexts.core().label(feature).in(language) + " (" + name + ")")
        .orElse(name);
  }

  private static String phrase(String key, Language language) {
    return PHRASES.text("text", key).in(language);
  }

  /** Four significant digits suffice to apply a rule by hand. */
  private static String number(double value, Language language) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language.code()));
    double size = Math.abs(value);
    format.setMaximumFractionDigits(size >= 1000 ? 0 : size >= 10 ? 2 : 4);
    return format.format(value);
  }
}
