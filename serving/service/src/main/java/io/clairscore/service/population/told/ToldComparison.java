package io.clairscore.service.population.told;

import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Comparison;
import io.clairscore.service.population.Comparison.ComparedColumn;
import io.clairscore.service.population.Comparison.GroupFigures;
import io.clairscore.service.population.Grid;
import io.clairscore.service.population.Group;
import io.clairscore.service.population.Standing;
import java.util.Arrays;
import java.util.List;

/**
 * One client beside the others, of whom nobody is told apart: of fewer than {@value
 * Grid#LEAST_CLIENTS} known values none is told.
 *
 * @param similar who is similar, and by which rule
 * @param groups each group as a whole
 * @param columns in the order that was asked for
 */
public record ToldComparison(
    int client, ToldSimilar similar, List<ToldGroup> groups, List<Column> columns) {

  /**
   * A group.
   *
   * @param lowPoints a quarter of the scored have no more
   * @param highPoints three quarters of them have no more
   */
  public record ToldGroup(
      Group group,
      ToldTally tally,
      @MayBeNull Double lowPoints,
      @MayBeNull Double medianPoints,
      @MayBeNull Double highPoints) {
    static ToldGroup of(Group group, GroupFigures figures) {
      if (figures.tally().scored() < Grid.LEAST_CLIENTS) {
        return new ToldGroup(group, ToldTally.of(figures.tally()), null, null, null);
      }
      return new ToldGroup(
          group,
          ToldTally.of(figures.tally()),
          Figure.of(figures.lowPoints()),
          Figure.of(figures.medianPoints()),
          Figure.of(figures.highPoints()));
    }
  }

  /**
   * A column.
   *
   * @param number the client's value, of a number
   * @param value the client's value, of a category
   */
  public record Column(
      ToldColumn column,
      @MayBeNull Double number,
      @MayBeNull String value,
      @MayBeNull Label label,
      List<ToldStanding> standings) {}

  /**
   * The column in a group, and the client in it.
   *
   * @param known clients of the group with a value
   * @param missing share of the group without
   * @param rank share of the known who have less, those who have as much by half; of a category,
   *     share who have the client's value
   */
  public record ToldStanding(
      Group group,
      long known,
      ToldShare missing,
      @MayBeNull Double low,
      @MayBeNull Double median,
      @MayBeNull Double high,
      @MayBeNull Double rank) {
    static ToldStanding of(Group group, Standing standing) {
      if (standing.known() < Grid.LEAST_CLIENTS) {
        ToldShare missing = ToldShare.of(standing.missing());
        return new ToldStanding(group, standing.known(), missing, null, null, null, null);
      }
      return new ToldStanding(
          group,
          standing.known(),
          ToldShare.of(standing.missing()),
          Figure.of(standing.low()),
          Figure.of(standing.median()),
          Figure.of(standing.high()),
          Figure.of(standing.rank()));
    }
  }

  public static ToldComparison of(int client, Comparison comparison, ToldSimilar similar) {
    return new ToldComparison(
        client,
        similar,
        Arrays.stream(Group.values())
            .map(group -> ToldGroup.of(group, comparison.groups().get(group)))
            .toList(),
        comparison.columns().stream().map(ToldComparison::of).toList());
  }

  private static Column of(ComparedColumn compared) {
    Object value = compared.value().orElse(null);
    String category = value instanceof String text ? text : null;
    return new Column(
        ToldColumn.named(compared.column()),
        value instanceof Double number ? number : null,
        category,
        category == null ? null : Label.of(compared.column().label(category)),
        Arrays.stream(Group.values())
            .map(group -> ToldStanding.of(group, compared.standings().get(group)))
            .toList());
  }
}
