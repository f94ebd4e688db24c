package io.clairscore.service.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.Distribution.Position;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Dimension;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.Sight;
import io.clairscore.service.population.selection.Sql;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clients of one published version, taken together. Thread-safe. Every question may be refused:
 * with LOCKED if too much is asked at the moment or it took too long, with FAILED if the published
 * file is gone or damaged: that is no fault of who asks.
 */
public final class Population implements AutoCloseable {
  /** ColumnBands of a figure that shows one column. */
  private static final int FINE = 24;

  /** ColumnBands of each of two columns whose clients are shown as points. */
  private static final int PAIRED = 16;

  /** ColumnBands of a table of cells with figures. */
  private static final int COARSE = 8;

  private final ClientTable table;
  private final TallyQuery tallies;
  private final WholePopulation whole;

  /**
   * Opens the population of a version: a second or two of a processor.
   *
   * @param file {@code population/clients.parquet}
   * @param features of the served model, the most important first: they are asked for most
   * @throws Refusal with FAILED if it is absent, damaged or of another layout
   */
  public Population(Path file, PopulationConf conf, List<ExploredColumn> features) {
    this.table = new ClientTable(file, conf, new KeptColumns(features));
    this.tallies = new TallyQuery(table);
    this.whole = new WholePopulation(table, tallies);
  }

  /**
   * Reads columns that will be asked for, so that nobody waits for them.
   *
   * @param columns those that comparisons and figures show most, such as the model's features
   */
  public void warmUp(Collection<ExploredColumn> columns) {
    whole.figures(Group.ALL);
    for (ExploredColumn column : columns) {
      if (column.isNumber()) {
        whole.numbers(column);
      } else {
        whole.values(column, Group.ALL);
      }
    }
  }

  /** The selected clients in figures. */
  public Summary summary(ClientSelection selection) {
    return Summary.read(table, selection);
  }

  /** By what clients are looked for, each with the number of clients a choice would leave. */
  public List<Facet> facets(ClientSelection selection, Sight sight) {
    return new Facets(table, whole).of(selection, sight);
  }

  /** How many clients are selected. */
  public long count(ClientSelection selection) {
    return new ClientList(table).count(selection);
  }

  /**
   * A page of the selected clients.
   *
   * @throws Refusal also with USAGE if they are not listed in that order
   */
  public List<ClientRow> clients(ClientSelection selection, Order order, Page page) {
    return new ClientList(table).page(selection, order, page);
  }

  /** The published clients of some numbers, by their number. */
  public List<ClientRow> clients(List<Integer> numbers) {
    return new ClientList(table).of(numbers);
  }

  /**
   * How a column lies over the selected clients.
   *
   * @param subject whose position is shown, if anybody's
   */
  public Distribution distribution(
      ExploredColumn column, ClientSelection selection, Sight sight, Optional<Subject> subject) {
    Dimension dimension = dimension(column, sight, FINE);
    List<Tally> counts = tallies.by(dimension, selection);
    Optional<Object> value = subject.map(client -> client.values().get(column));
    double number = column.isNumber() && value.isPresent() ? (Double) value.get() : Double.NaN;
    Optional<Spread> spread =
        column.isNumber()
            ? Optional.of(spread(column, selection, counts, number))
            : Optional.empty();
    return new Distribution(
        dimension,
        counts,
        spread,
        subject.map(client -> new Position(place(dimension, value.orElse(null)), value)));
  }

  private Spread spread(
      ExploredColumn column, ClientSelection selection, List<Tally> counts, double value) {
    return selection.isAll()
        ? Spread.of(
            whole.numbers(column).of(Group.ALL),
            counts.stream().mapToLong(Tally::clients).sum(),
            value)
        : Spread.read(table, column, selection, value);
  }

  private static int place(Dimension dimension, Object value) {
    return value instanceof Double number
        ? dimension.bands().orElseThrow().of(dimension.column(), number)
        : dimension.place(value);
  }

  /** Two columns together, with some clients as points if many are selected. */
  public Pair pair(ExploredColumn x, ExploredColumn y, ClientSelection selection, Sight sight) {
    Grid grid = grid(dimension(x, sight, PAIRED), dimension(y, sight, PAIRED), selection);
    boolean many = grid.clients() >= Pair.LEAST_CLIENTS;
    return new Pair(
        grid, many ? new Sample(table).of(grid.first(), grid.second(), selection) : List.of());
  }

  /** Counts and rates of the selected clients by two columns. */
  public Grid heatmap(
      ExploredColumn first, ExploredColumn second, ClientSelection selection, Sight sight) {
    return grid(dimension(first, sight, COARSE), dimension(second, sight, COARSE), selection);
  }

  private Grid grid(Dimension first, Dimension second, ClientSelection selection) {
    return new Grid(first, second, tallies.by(first, second, selection));
  }

  /** Rates of the selected clients by the values of a category or the bands of a number. */
  public Segments segments(ExploredColumn column, ClientSelection selection, Sight sight) {
    Dimension dimension = dimension(column, sight, COARSE);
    return new Segments(dimension, tallies.by(dimension, selection));
  }

  /**
   * A client beside everybody, the accepted, the refused and the similar.
   *
   * @param subject with the values of the columns and of the rule; without one of the latter, the
   *     rule is applied without that likeness
   * @param columns 1 to {@value Comparison#MOST_COLUMNS}
   * @throws Refusal also with DATA if there are too few others
   */
  public Comparison comparison(Subject subject, List<ExploredColumn> columns, SimilarityRule rule) {
    if (columns.isEmpty() || columns.size() > Comparison.MOST_COLUMNS) {
      throw PopulationErrors.tooManyColumns(Comparison.MOST_COLUMNS);
    }
    return new ComparisonQuery(table, whole).of(subject, columns, rule);
  }

  /**
   * What the published file says of a client, if the client is there.
   *
   * @param columns that are needed, besides those that clients can be alike in
   */
  public Optional<Subject> subject(int client, Collection<ExploredColumn> columns) {
    Set<ExploredColumn> wanted = new HashSet<>(columns);
    for (Likeness likeness : Likeness.values()) {
      wanted.add(likeness.column());
    }
    List<ExploredColumn> read = List.copyOf(wanted);
    Sql sql =
        Sql.join(
            "SELECT ",
            Sql.each(read, ", ", Population::value),
            " FROM " + table.with(read) + " WHERE " + KeptColumns.CLIENT,
            Sql.of(" = ?", client));
    return table.ask(
        read,
        sql,
        row -> {
          if (!row.next()) {
            return Optional.empty();
          }
          Map<ExploredColumn, Object> values = new HashMap<>();
          for (int i = 0; i < read.size(); i++) {
            Object value = row.getObject(i + 1);
            if (value != null) {
              values.put(read.get(i), value);
            }
          }
          return Optional.of(new Subject(client, values));
        });
  }

  private static Sql value(ExploredColumn column) {
    return Sql.of("(" + column.sql() + ")::" + (column.isNumber() ? "DOUBLE" : "VARCHAR"));
  }

  private Dimension dimension(ExploredColumn column, Sight sight, int bands) {
    return column.isNumber()
        ? Dimension.of(column, whole.bands(column, bands))
        : Dimension.of(column, sight);
  }

  /** Waits for the questions that are being answered, and answers no more. */
  @Override
  public void close() {
    table.close();
  }
}
