package io.clairscore.pipelines.study.results;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import io.clairscore.pipelines.evaluation.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the tables of a study are written: for programs, with a point and with names as they are in
 * commands and files, or for a reader in a language ({@code words.tsv}).
 */
public final class Wording {
  /** For programs, and for terminals, which show the same. */
  public static final Wording PLAIN = new Wording(null);

  private static final TextTable WORDS = TextTable.read(Wording.class, "words.tsv", 1);
  private static final int DIGITS = 5;
  private static final int MOST_DECIMALS = 12;

  private final Language language;
  private final Figures figures;

  private Wording(Language language) {
    this.language = language;
    this.figures = language == null ? null : new Figures(language);
  }

  /** For a reader of a language. */
  public static Wording in(Language language) {
    return new Wording(language);
  }

  /** A name of the study; its own where the language has no other. */
  public String word(String name) {
    return language != null && WORDS.has(name) ? WORDS.text("text", name).in(language) : name;
  }

  /** A sentence of the study, its slots filled by name and text in turn. */
  String say(String sentence, String... slots) {
    return Slots.fill(word(sentence), slots);
  }

  /** Title of a table: a reader's is of {@code words.tsv}. */
  String title(String table, String plain) {
    return language == null ? plain : word("table " + table);
  }

  /** Four decimals; empty where there is no figure. */
  String figure(Double value) {
    return decimals(value, 4);
  }

  String seconds(Double value) {
    return decimals(value, 1);
  }

  String count(double value) {
    return decimals(value, 0);
  }

  private String decimals(Double value, int decimals) {
    if (value == null || value.isNaN()) {
      return "";
    }
    return language == null
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : figures.fixed(rounded(value, decimals), decimals);
  }

  /** Rounded as for programs, so that a reader sees the same digits. */
  private static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  /** A share with its interval; empty where there is none. */
  String share(Estimate share) {
    return share == null
        ? ""
        : interval(figure(share.value()), figure(share.low()), figure(share.high()));
  }

  /** A difference with its interval; empty where there is none. */
  String difference(Estimate difference) {
    return difference == null
        ? ""
        : interval(signed(difference.value()), signed(difference.low()), signed(difference.high()));
  }

  private String signed(double value) {
    return language == null
        ? String.format(Locale.ROOT, "%+.4f", value)
        : figures.signed(rounded(value, 4), 4);
  }

  private String interval(String value, String low, String high) {
    // A French comma is the decimal mark.
    return value + " [" + low + (language == Language.FRENCH ? "\u00a0; " : ", ") + high + "]";
  }

  /** A setting with the decimals it has. */
  String setting(double value) {
    return language == null ? String.valueOf(value) : figures.number(value, MOST_DECIMALS);
  }

  /** Five significant digits: a value is to be found again in the data. */
  String value(double value) {
    BigDecimal digits = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    return language == null
        ? digits.toPlainString()
        : figures.number(digits.doubleValue(), MOST_DECIMALS);
  }

  /** Figures about a fit in one line. */
  static String facts(Map<String, Double> facts) {
    return line(facts, fact -> String.format(Locale.ROOT, "%.6g", fact));
  }

  /** Settings in one line. */
  public static String settings(Map<String, String> settings) {
    return line(settings, value -> value);
  }

  private static <V> String line(Map<String, V> values, Function<V, String> text) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + text.apply(entry.getValue()))
        .collect(Collectors.joining(" "));
  }
}
