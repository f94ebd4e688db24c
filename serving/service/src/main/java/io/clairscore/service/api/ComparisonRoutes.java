package io.clairscore.service.api;

import io.clairscore.features.text.Language;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import io.clairscore.service.population.Comparison;
import io.clairscore.service.population.Population;
import io.clairscore.service.population.SimilarityRule;
import io.clairscore.service.population.SimilarityText;
import io.clairscore.service.population.Subject;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import io.clairscore.service.population.told.ToldComparison;
import io.clairscore.service.population.told.ToldDistribution;
import io.clairscore.service.population.told.ToldSimilar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One client among the others: the look into the client's file is recorded. */
public final class ComparisonRoutes {
  private static final String TAG = "clients";

  /** Columns that are compared if none are asked for. */
  private static final int USUAL_COLUMNS = 8;

  private static final Parameter COLUMN =
      Parameter.query("column", "A column that /api/population/columns names.").demanded();
  private static final Parameter COLUMNS =
      Populations.text(
          "columns",
          1000,
          "1 to 12 columns with semicolons between them; otherwise the model's most important.");
  private static final Parameter SIMILAR =
      Populations.text(
          "similar",
          200,
          "In what similar clients are alike, such as CONTRACT_TYPE;AGE:5;INCOME:1, or NONE.");

  private final ClientFiles files;

  public ComparisonRoutes(ClientFiles files) {
    this.files = files;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        draft("comparison", "A client beside all, the accepted, the refused and the similar.")
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE, COLUMNS, SIMILAR)
            .answering(ToldComparison.class, (exchange, nothing) -> comparison(exchange)),
        draft("distribution", "How a column lies over the selected, and where the client stands.")
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE, COLUMN, Populations.FILTER)
            .answering(ToldDistribution.class, (exchange, nothing) -> distribution(exchange)));
  }

  private static Route.Draft draft(String what, String about) {
    return Route.get(TAG, what, "/api/clients/{client}/" + what, about)
        .access(Populations.READERS)
        .is(Route.Trait.PERSONAL);
  }

  private Reply<ToldComparison> comparison(Exchange exchange) {
    ServedModel model = files.model();
    List<ExploredColumn> columns = columns(exchange, model);
    SimilarityRule rule =
        exchange
            .query(SIMILAR.name())
            .map(text -> Populations.asked(SIMILAR.name(), () -> SimilarityRule.read(text)))
            .orElseGet(SimilarityRule::usual);
    int client = files.visited(exchange);
    Population population = Populations.of(model);
    Subject subject = subject(population, client, columns);
    Comparison comparison =
        Populations.asked(COLUMNS.name(), () -> population.comparison(subject, columns, rule));
    Language language = exchange.language();
    SimilarityText words = new SimilarityText(language, model.presentation().amounts(language));
    ToldSimilar similar = ToldSimilar.of(comparison.similar(), words);
    ToldComparison told = ToldComparison.of(client, comparison, similar);
    return files.read(exchange, client, "comparison", receipt -> told);
  }

  private Reply<ToldDistribution> distribution(Exchange exchange) {
    ExploredColumn column = Populations.column(exchange, COLUMN.name());
    ClientSelection selection = Populations.selection(exchange);
    int client = files.visited(exchange);
    Population population = Populations.of(files.model());
    Optional<Subject> subject = Optional.of(subject(population, client, List.of(column)));
    ToldDistribution told =
        ToldDistribution.of(
            population.distribution(column, selection, Populations.sight(exchange), subject));
    return files.read(exchange, client, "distribution", receipt -> told);
  }

  private static Subject subject(Population population, int client, List<ExploredColumn> columns) {
    return population
        .subject(client, columns)
        .orElseThrow(() -> Problem.of(ProblemKind.UNKNOWN_CLIENT));
  }

  private static List<ExploredColumn> columns(Exchange exchange, ServedModel model) {
    Sight sight = Populations.sight(exchange);
    return exchange
        .query(COLUMNS.name())
        .map(
            keys ->
                Arrays.stream(keys.split(";", -1))
                    .map(String::strip)
                    .distinct()
                    .map(
                        key ->
                            Populations.asked(
                                COLUMNS.name(), () -> PopulationColumns.all().seen(key, sight)))
                    .toList())
        .orElseGet(
            () ->
                Populations.features(model).stream()
                    .filter(column -> column.visibleTo(sight))
                    .limit(USUAL_COLUMNS)
                    .toList());
  }
}
