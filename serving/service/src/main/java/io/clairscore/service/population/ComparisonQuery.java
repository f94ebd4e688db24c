package io.clairscore.service.population;

import io.clairscore.service.population.Comparison.ComparedColumn;
import io.clairscore.service.population.Comparison.GroupFigures;
import io.clairscore.service.population.selection.ExploredColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a client with everybody, the accepted, the refused and the similar. What does not depend
 * on the client is kept; of the similar clients the chosen columns are read at once.
 */
final class ComparisonQuery {
  private static final List<Group> WHOLE = List.of(Group.ALL, Group.ACCEPTED, Group.REFUSED);

  private final WholePopulation whole;
  private final Similarity similarity;
  private final SimilarFigures figures;

  ComparisonQuery(ClientTable table, WholePopulation whole) {
    this.whole = whole;
    this.similarity = new Similarity(table, whole);
    this.figures = new SimilarFigures(table);
  }

  Comparison of(Subject subject, List<ExploredColumn> columns, SimilarityRule rule) {
    SimilarClients similar = similarity.of(subject, rule);
    Map<Group, GroupFigures> groups = new EnumMap<>(Group.class);
    WHOLE.forEach(group -> groups.put(group, whole.figures(group)));
    groups.put(Group.SIMILAR, figures.group(subject, similar));
    List<Standing> standings = figures.standings(subject, similar, columns);
    List<ComparedColumn> compared = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ExploredColumn column = columns.get(i);
      Map<Group, Standing> byGroup = new EnumMap<>(Group.class);
      for (Group group : WHOLE) {
        byGroup.put(group, standing(subject, column, group, groups.get(group).tally().clients()));
      }
      byGroup.put(Group.SIMILAR, standings.get(i));
      Optional<Object> value = Optional.ofNullable(subject.values().get(column));
      compared.add(new ComparedColumn(column, value, byGroup));
    }
    return new Comparison(similar, groups, compared);
  }

  private Standing standing(Subject subject, ExploredColumn column, Group group, long clients) {
    if (column.isNumber()) {
      Ladder ladder = whole.numbers(column).of(group);
      return Standing.of(ladder, clients, subject.number(column).orElse(Double.NaN));
    }
    List<Tally> tallies = whole.values(column, group);
    // The last place holds those without a value.
    long known = clients - tallies.get(tallies.size() - 1).clients();
    long same =
        subject
            .category(column)
            .map(value -> tallies.get(column.values().indexOf(value)).clients())
            .orElse(-1L);
    return Standing.ofCategory(known, clients, same);
  }
}
