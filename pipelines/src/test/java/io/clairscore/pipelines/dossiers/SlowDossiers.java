package io.clairscore.pipelines.dossiers;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dossiers of some CSV lines, by the obvious loops: every row against every client. */
public final class SlowDossiers {

  private SlowDossiers() {}

  /** Dossiers by client; cells must not be quoted. */
  public static Map<Integer, Dossier> of(CsvFolder data) {
    Map<String, String> clientOfCredit = new HashMap<>();
    for (Map<String, String> credit : rows(data, "bureau")) {
      clientOfCredit.put(credit.get("SK_ID_BUREAU"), credit.get("SK_ID_CURR"));
    }
    Map<Integer, Dossier> dossiers = new TreeMap<>();
    for (String file : Table.APPLICATION.files()) {
      for (Map<String, String> application : rows(data, file)) {
        String client = application.get("SK_ID_CURR");
        Map<Table, Rows> tables = new EnumMap<>(Table.class);
        tables.put(Table.APPLICATION, cells(Table.APPLICATION, List.of(application)));
        for (Table table : Table.histories()) {
          List<Map<String, String>> own = new ArrayList<>();
          for (Map<String, String> row : rows(data, table.files().get(0))) {
            String owner =
                table == Table.BUREAU_BALANCE
                    ? clientOfCredit.get(row.get("SK_ID_BUREAU"))
                    : row.get("SK_ID_CURR");
            if (client.equals(owner)) {
              own.add(row);
            }
          }
          tables.put(table, cells(table, own));
        }
        dossiers.put(Integer.valueOf(client), new Dossier(tables));
      }
    }
    return dossiers;
  }

  private static List<Map<String, String>> rows(CsvFolder data, String file) {
    List<String> lines = data.lines(file);
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Rows cells(Table table, List<Map<String, String>> source) {
    Rows rows = new Rows(table.schema(), source.size());
    for (int i = 0; i < source.size(); i++) {
      for (Column column : table.schema().columns()) {
        String text = source.get(i).getOrDefault(column.name(), "");
        if (column instanceof CategoryColumn category) {
          rows.set(category, i, category.code(text));
        } else if (column instanceof NumberColumn number && !text.isEmpty()) {
          rows.set(number, i, Double.parseDouble(text));
        }
      }
    }
    return rows;
  }
}
