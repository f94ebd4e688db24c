package io.clairscore.service.api;

import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.population.OpeningPopulation;
import io.clairscore.service.population.Population;
import io.clairscore.service.population.PopulationConf;
import io.clairscore.service.population.told.ToldColumns;
import io.clairscore.service.population.told.ToldDistribution;
import io.clairscore.service.population.told.ToldFacets;
import io.clairscore.service.population.told.ToldGrid;
import io.clairscore.service.population.told.ToldPair;
import io.clairscore.service.population.told.ToldSegments;
import io.clairscore.service.population.told.ToldSummary;
import java.util.List;
import java.util.Optional;

/** The clients taken together: nobody is told apart. */
public final class PopulationRoutes {
  private static final String TAG = "population";
  private static final Parameter COLUMN =
      Parameter.query("column", "A column that /api/population/columns names.").demanded();
  private static final Parameter X = Parameter.query("x", "The first column.").demanded();
  private static final Parameter Y = Parameter.query("y", "The second column.").demanded();

  private final ClientFiles files;

  public PopulationRoutes(ClientFiles files) {
    this.files = files;
  }

  /**
   * Opens the population of each version beside its model. The first model answers without waiting
   * for it; a later one takes the place of another only when its population can be asked.
   */
  public static void follow(LiveModel live, PopulationConf conf) {
    live.follow(
        OpeningPopulation.class,
        model -> {
          OpeningPopulation population = Populations.open(model, conf);
          if (live.current().isPresent()) {
            population.await();
          }
          return population;
        });
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        draft("columns", "By which columns you may explore the clients.")
            .answering(ToldColumns.class, (exchange, nothing) -> columns(exchange)),
        draft("summary", "The selected clients in figures.")
            .with(Populations.FILTER)
            .answering(ToldSummary.class, (exchange, nothing) -> summary(exchange)),
        draft("facets", "How many clients a further choice would leave.")
            .with(Populations.FILTER)
            .answering(ToldFacets.class, (exchange, nothing) -> facets(exchange)),
        draft("distribution", "How a column lies over the selected clients.")
            .with(COLUMN, Populations.FILTER)
            .answering(ToldDistribution.class, (exchange, nothing) -> distribution(exchange)),
        draft("pair", "Two columns of the selected clients, with some of them as points.")
            .with(X, Y, Populations.FILTER)
            .answering(ToldPair.class, (exchange, nothing) -> pair(exchange)),
        draft("heatmap", "Counts and rates of the selected clients by two columns.")
            .with(X, Y, Populations.FILTER)
            .answering(ToldGrid.class, (exchange, nothing) -> heatmap(exchange)),
        draft("segments", "Rates of the selected clients by a column.")
            .with(COLUMN, Populations.FILTER)
            .answering(ToldSegments.class, (exchange, nothing) -> segments(exchange)));
  }

  private static Route.Draft draft(String what, String about) {
    return Route.get(TAG, "population-" + what, "/api/population/" + what, about)
        .access(Populations.READERS);
  }

  private Population population() {
    return Populations.of(files.model());
  }

  private static Reply<ToldColumns> columns(Exchange exchange) {
    return Reply.of(ToldColumns.of(Populations.sight(exchange)));
  }

  private Reply<ToldSummary> summary(Exchange exchange) {
    return Reply.of(ToldSummary.of(population().summary(Populations.selection(exchange))));
  }

  private Reply<ToldFacets> facets(Exchange exchange) {
    return Reply.of(
        ToldFacets.of(
            population().facets(Populations.selection(exchange), Populations.sight(exchange))));
  }

  private Reply<ToldDistribution> distribution(Exchange exchange) {
    return Reply.of(
        ToldDistribution.of(
            population()
                .distribution(
                    Populations.column(exchange, COLUMN.name()),
                    Populations.selection(exchange),
                    Populations.sight(exchange),
                    Optional.empty())));
  }

  private Reply<ToldPair> pair(Exchange exchange) {
    return Reply.of(
        ToldPair.of(
            population()
                .pair(
                    Populations.column(exchange, X.name()),
                    Populations.column(exchange, Y.name()),
                    Populations.selection(exchange),
                    Populations.sight(exchange))));
  }

  private Reply<ToldGrid> heatmap(Exchange exchange) {
    return Reply.of(
        ToldGrid.of(
            population()
                .heatmap(
                    Populations.column(exchange, X.name()),
                    Populations.column(exchange, Y.name()),
                    Populations.selection(exchange),
                    Populations.sight(exchange))));
  }

  private Reply<ToldSegments> segments(Exchange exchange) {
    return Reply.of(
        ToldSegments.of(
            population()
                .segments(
                    Populations.column(exchange, COLUMN.name()),
                    Populations.selection(exchange),
                    Populations.sight(exchange))));
  }
}
