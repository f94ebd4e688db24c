package io.clairscore.service.file;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import java.util.List;

/**
 * How much is known of a client's past.
 *
 * @param table name of the table
 * @param rows rows of the client
 */
public record HistoryCount(String table, Label label, int rows) {

  static List<HistoryCount> of(Dossier dossier) {
    return Table.histories().stream()
        .map(
            table ->
                new HistoryCount(
                    table.schema().name(),
                    Label.of(Texts.all().label(table)),
                    dossier.rows(table).size()))
        .toList();
  }
}
