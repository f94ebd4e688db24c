package io.clairscore.drift.page;

import io.clairscore.drift.verdict.Check;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Measurement;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a report as a table for a spreadsheet of the language: in French with semicolons
 * and decimal commas. Figures have six significant digits, shares are parts of 1.
 */
final class ColumnsCsv {
  private static final MathContext DIGITS = new MathContext(6);

  /** Below it a number is written with a power of ten. */
  private static final double LEAST_PLAIN = 1e-6;

  private static final List<String> HEADER =
      List.of(
          "CSV_COLUMN",
          "CSV_LABEL",
          "CSV_VERDICT",
          "CSV_CHANGES",
          "CSV_RANK",
          "CSV_IMPORTANCE",
          "CSV_EFFECT",
          "CSV_MISSING_BEFORE",
          "CSV_MISSING_AFTER",
          "CSV_MEASURE",
          "CSV_SCORE",
          "CSV_LIMIT",
          "CSV_Q",
          "CSV_PSI",
          "CSV_NOISE");

  private final Words words;
  private final EventSentences events;
  private final boolean french;

  ColumnsCsv(Words words, Figures figures) {
    this.words = words;
    this.events = new EventSentences(words, figures);
    this.french = words.language() == Language.FRENCH;
  }

  /** A line of headings, then one per column that was compared. */
  String of(DriftReport report) {
    Map<String, String> all = words.all();
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER.stream().map(all::get).toList());
    report.rows().stream()
        .filter(row -> row.severity() != Severity.NOT_COMPUTED)
        .forEach(row -> lines.add(line(row)));
    return lines.stream()
        .map(cells -> String.join(french ? ";" : ",", cells.stream().map(this::quoted).toList()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<String> line(DriftRow row) {
    Measurement of = row.measured();
    Optional<Check> check = row.decisive();
    return List.of(
        row.name(),
        row.label().in(words.language()),
        words.term(row.severity()),
        ColumnViews.changes(events, row),
        row.rank() == 0 ? "" : number(row.rank()),
        number(row.importance()),
        number(row.effect()),
        number(of.reference().missingShare()),
        number(of.current().missingShare()),
        check.map(by -> words.word(by.measure())).orElse(""),
        number(check.map(Check::score).orElse(Double.NaN)),
        number(check.map(by -> by.bands().moderate()).orElse(Double.NaN)),
        number(check.map(Check::qValue).orElse(Double.NaN)),
        number(of.statistics().of(Statistic.PSI)),
        number(of.statistics().of(Statistic.PSI_NOISE)));
  }

  private String number(double number) {
    if (!Double.isFinite(number)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    boolean tiny = Math.abs(number) < LEAST_PLAIN;
    String plain = tiny ? rounded.toString() : rounded.toPlainString();
    return french ? plain.replace('.', ',') : plain;
  }

  /** A text that a spreadsheet would compute is kept from it by an apostrophe. */
  private String quoted(String cell) {
    boolean computed =
        !cell.isEmpty()
            && "=+-@".indexOf(cell.charAt(0)) >= 0
            && !cell.matches("-?[0-9]+([.,][0-9]+)?(E-[0-9]+)?");
    String safe = computed ? "'" + cell : cell;
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ';' || c == ',' || c == '\n');
    boolean decimal = french && safe.matches("-?[0-9]+,[0-9]+(E-[0-9]+)?");
    return plain || decimal ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
