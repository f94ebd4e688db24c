package io.clairscore.service.population.selection;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns besides those of the dictionary: what the model said of each client, what became of
 * them, and their age in years. The words stand in {@code columns.tsv} and {@code values.tsv}.
 */
public enum ScoreColumn {
  DECISION(category("decision", Storage.TEXT, "\"decision\"", names(Decision.values()))),
  LEVEL(category("level", Storage.TEXT, "\"level\"", names(Level.values()))),
  REVIEW(
      category(
          "review",
          Storage.FLAG,
          "CASE \"review\" WHEN true THEN 'YES' WHEN false THEN 'NO' END",
          List.of("YES", "NO"))),
  OUTCOME(
      category(
          "outcome",
          Storage.WHOLE,
          "CASE \"outcome\" WHEN 1 THEN 'DEFAULT' WHEN 0 THEN 'REPAID' END",
          List.of("DEFAULT", "REPAID"))),
  POINTS(number("points", Storage.WHOLE, new Scale(Unit.COUNT, true, -1e6, 1e6))),
  PROBABILITY(number("probability", Storage.DOUBLE, new Scale(Unit.RATIO, false, 0, 1))),
  MARGIN(number("margin", Storage.FLOAT, new Scale(Unit.RATIO, false, -1e6, 1e6))),
  /** Whole years at the application. */
  AGE(age());

  private final ExploredColumn column;

  ScoreColumn(ExploredColumn column) {
    this.column = column;
  }

  public ExploredColumn column() {
    return column;
  }

  private static ExploredColumn category(
      String key, Storage storage, String sql, List<String> values) {
    return new ExploredColumn(
        key,
        key,
        storage,
        sql,
        Optional.empty(),
        values,
        said(),
        Map.of(),
        new ColumnTexts(ScoreTexts.column(key), value -> ScoreTexts.value(key, value)));
  }

  private static ExploredColumn number(String key, Storage storage, Scale scale) {
    return ExploredColumn.number(key, storage, scale, said(), ScoreTexts.column(key));
  }

  private static ExploredColumn age() {
    String stored = PopulationColumns.APPLICATION + Application.DAYS_BIRTH.name();
    return ExploredColumn.number(
            stored,
            Storage.WHOLE,
            new Scale(Unit.YEARS, true, 0, 130),
            Uses.all().of(Application.DAYS_BIRTH),
            ScoreTexts.column("age"))
        .by("age", "floor(" + Sql.name(stored) + " / -365.25::DOUBLE)");
  }

  /** What the model said, and what became of it, is told to whoever may see the client. */
  private static Ruling said() {
    return new Ruling(Use.DECIDES, Ground.REQUEST);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
