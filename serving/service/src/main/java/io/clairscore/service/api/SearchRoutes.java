package io.clairscore.service.api;

import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.PublishedClients;
import io.clairscore.service.model.ServedModel;
import io.clairscore.service.population.ClientRow;
import io.clairscore.service.population.Order;
import io.clairscore.service.population.Page;
import io.clairscore.service.population.Population;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.told.ToldClients;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Clients are looked for by a number of theirs, or by what they have in common. Each search is
 * recorded: its answer tells scores of many.
 */
public final class SearchRoutes {
  private static final String BY_CLIENT = "client";
  private static final Parameter NUMBER =
      Parameter.query(
          "number", 1, Integer.MAX_VALUE, "A number: SK_ID_CURR, SK_ID_PREV or SK_ID_BUREAU.");
  private static final Parameter BY =
      Parameter.choice(
          "by", List.of(BY_CLIENT, "previous", "bureau"), "Which number it is; otherwise any.");
  private static final Parameter SORT =
      Parameter.query("sort", "A column of numbers, or the number of the client.");
  private static final Parameter DESCENDING = Parameter.flag("descending", "Greatest first.");
  private static final Parameter PAGE =
      Parameter.query("page", 1, 10_000_000, "Number of the page, from 1.");
  private static final Parameter SIZE =
      Parameter.query("size", 1, Page.MOST, "Clients of a page, otherwise 25.");
  private static final int USUAL_SIZE = 25;

  private final ClientFiles files;

  public SearchRoutes(ClientFiles files) {
    this.files = files;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("clients", "search", "/api/clients", "Clients by a number or by filters.")
            .access(Populations.READERS)
            .is(Route.Trait.PERSONAL)
            .with(NUMBER, BY, Populations.FILTER, SORT, DESCENDING, PAGE, SIZE)
            .answering(ToldClients.class, (exchange, nothing) -> search(exchange)));
  }

  private Reply<ToldClients> search(Exchange exchange) {
    ServedModel model = files.model();
    Page page =
        new Page(
            exchange.queryWhole(PAGE.name()).orElse(1),
            exchange.queryWhole(SIZE.name()).orElse(USUAL_SIZE));
    ClientSelection selection = Populations.selection(exchange);
    Population population = Populations.of(model);
    ToldClients told =
        exchange.queryWhole(NUMBER.name()).isPresent()
            ? byNumber(exchange, model, population, page)
            : byFilters(exchange, population, selection, page);
    List<String> columns = selection.columns().stream().map(ExploredColumn::key).toList();
    return files.audited(
        exchange, new AuditEntry.ClientSearch(columns, told.found()), receipt -> told);
  }

  private static ToldClients byNumber(
      Exchange exchange, ServedModel model, Population population, Page page) {
    int number = exchange.queryWhole(NUMBER.name()).orElseThrow();
    Optional<String> by = exchange.query(BY.name());
    PublishedClients clients = model.clients();
    IntStream.Builder found = IntStream.builder();
    if (by.isEmpty() || by.get().equals(BY_CLIENT)) {
      found.add(number);
    }
    if (by.isEmpty() || by.get().equals("previous")) {
      clients.ofPrevious(number).ifPresent(found::add);
    }
    if (by.isEmpty() || by.get().equals("bureau")) {
      clients.ofBureau(number).ifPresent(found::add);
    }
    List<ClientRow> rows = population.clients(found.build().distinct().boxed().toList());
    return ToldClients.of(rows.size(), 1, page.size(), rows);
  }

  private static ToldClients byFilters(
      Exchange exchange, Population population, ClientSelection selection, Page page) {
    Optional<ExploredColumn> column =
        exchange.query(SORT.name()).filter(key -> !key.equals(BY_CLIENT)).isEmpty()
            ? Optional.empty()
            : Populations.optional(exchange, SORT.name());
    Order order = new Order(column, exchange.flag(DESCENDING.name()));
    List<ClientRow> rows =
        Populations.asked(SORT.name(), () -> population.clients(selection, order, page));
    return ToldClients.of(population.count(selection), page.number(), page.size(), rows);
  }
}
