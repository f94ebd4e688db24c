package io.clairscore.service.population.told;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.ClientRow;
import io.clairscore.service.population.selection.PopulationColumns;
import java.util.List;

/**
 * A page of clients.
 *
 * @param found how many there are on all pages
 * @param page number of this page, from 1
 * @param size clients of a full page
 */
public record ToldClients(long found, int page, int size, List<Row> clients) {
  private static final String CONTRACT = "application.NAME_CONTRACT_TYPE";

  /**
   * A client.
   *
   * @param client SK_ID_CURR
   * @param defaulted what became of the credit; absent if it is not known
   * @param contractType absent if it is not known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      int client,
      @MayBeNull Integer points,
      @MayBeNull Double probability,
      @MayBeNull Level level,
      @MayBeNull Decision decision,
      @MayBeNull Boolean toReview,
      @MayBeNull Boolean defaulted,
      @MayBeNull Label contractType,
      @MayBeNull Double credit,
      @MayBeNull Double income) {

    static Row of(ClientRow row) {
      ClientRow.Said said = row.said().orElse(null);
      return new Row(
          row.client(),
          said == null ? null : said.points(),
          said == null ? null : said.probability(),
          said == null ? null : said.level(),
          said == null ? null : said.decision(),
          said == null ? null : said.toReview(),
          row.defaulted().orElse(null),
          row.contractType().map(Row::contract).orElse(null),
          Figure.of(row.credit().orElse(Double.NaN)),
          Figure.of(row.income().orElse(Double.NaN)));
    }

    private static Label contract(String value) {
      return Label.of(PopulationColumns.all().named(CONTRACT).orElseThrow().label(value));
    }
  }

  public ToldClients {
    clients = List.copyOf(clients);
  }

  public static ToldClients of(long found, int page, int size, List<ClientRow> rows) {
    return new ToldClients(found, page, size, rows.stream().map(Row::of).toList());
  }
}
