package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Filter;
import io.clairscore.service.population.selection.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the clients similar to one, by a rule that widens until they are enough. */
final class Similarity {
  private static final int TENTH = 100;
  private static final int LAST = 1000;

  private final ClientTable table;
  private final WholePopulation whole;

  Similarity(ClientTable table, WholePopulation whole) {
    this.table = table;
    this.whole = whole;
  }

  /**
   * The similar clients.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if there are too few others at all
   */
  SimilarClients of(Subject subject, SimilarityRule asked) {
    SimilarityRule rule = asked;
    for (Likeness likeness : asked.widths().keySet()) {
      rule = subject.values().containsKey(likeness.column()) ? rule : rule.without(likeness);
    }
    List<Long> narrow = new ArrayList<>();
    Optional<SimilarityRule> next = Optional.of(rule);
    while (next.isPresent()) {
      ClientSelection selection = selection(subject, next.get());
      long clients = count(selection, subject);
      if (clients >= SimilarityRule.LEAST_CLIENTS) {
        return new SimilarClients(asked, rule, next.get(), clients, selection, narrow);
      }
      narrow.add(clients);
      next = next.get().wider();
    }
    throw PopulationErrors.tooFew(SimilarityRule.LEAST_CLIENTS);
  }

  private long count(ClientSelection selection, Subject subject) {
    Sql sql =
        Sql.join(
            "SELECT count(*) FROM " + table.with(selection.columns()) + " WHERE ",
            SimilarClients.condition(selection, subject));
    return table.ask(
        selection.columns(),
        sql,
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  private ClientSelection selection(Subject subject, SimilarityRule rule) {
    List<Filter> filters = new ArrayList<>();
    rule.widths().forEach((likeness, width) -> filters.add(filter(subject, likeness, width)));
    return new ClientSelection(filters);
  }

  private Filter filter(Subject subject, Likeness likeness, int width) {
    ExploredColumn column = likeness.column();
    if (likeness.kind() == Likeness.Kind.SAME) {
      return new Filter.OneOf(column, List.of(subject.category(column).orElseThrow()), false);
    }
    double value = subject.number(column).orElseThrow();
    return likeness.kind() == Likeness.Kind.YEARS
        ? new Filter.Between(column, value - width, value + width)
        : tenths(column, value, width);
  }

  /** From the beginning of one tenth of everybody to the end of another. */
  private Filter tenths(ExploredColumn column, double value, int width) {
    Ladder all = whole.numbers(column).of(Group.ALL);
    int tenth = 0;
    while (tenth < 9 && value >= all.at((tenth + 1) * TENTH)) {
      tenth++;
    }
    int first = Math.max(0, tenth - width) * TENTH;
    int end = Math.min(LAST, (tenth + width + 1) * TENTH);
    // An applicant may have less or more than anybody published.
    double min = first == 0 ? Double.NEGATIVE_INFINITY : all.at(first);
    double max = end == LAST ? Double.POSITIVE_INFINITY : all.at(end);
    return new Filter.Between(column, min, max);
  }
}
