package io.clairscore.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.dossiers.SlowDossiers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GeneratedRowsTest {
  private static final Population PEOPLE = new Population(80, 0, 3);

  @Test
  void aDossierIsThatOfTheTextOfItsRows() {
    Clients clients = new Clients(PEOPLE);
    CsvFolder files = new CsvFolder(Path.of("never-written"));
    Map<Integer, Dossier> generated = new TreeMap<>();
    for (int client = 0; client < PEOPLE.size(); client++) {
      Map<Table, TableRows> rows = clients.rows(client);
      Map<Table, List<String>> lines = lines(rows);
      // The oracle splits lines at commas.
      if (lines.values().stream().flatMap(List::stream).noneMatch(line -> line.contains("\""))) {
        lines.forEach((table, of) -> of.forEach(line -> files.line(table.files().get(0), line)));
        generated.put(Population.clientId(client), GeneratedRows.dossier(rows));
      }
    }
    assertThat(generated).hasSizeGreaterThan(10);
    assertThat(generated.values())
        .anyMatch(dossier -> dossier.rows(Table.BUREAU_BALANCE).size() > 0);
    assertThat(generated).isEqualTo(SlowDossiers.of(files));
  }

  private static Map<Table, List<String>> lines(Map<Table, TableRows> rows) {
    Map<Table, List<String>> lines = new EnumMap<>(Table.class);
    rows.forEach(
        (table, of) -> {
          CsvText text = new CsvText(table, table.files().get(0));
          lines.put(
              table,
              IntStream.range(0, of.size())
                  .mapToObj(i -> new String(text.line(of.row(i)), StandardCharsets.UTF_8).strip())
                  .toList());
        });
    return lines;
  }

  @Test
  void theRowsAreTheEnginesVectorsOfTheLabelledClients() {
    Population few = new Population(6, 2, 3);
    Clients clients = new Clients(few);
    FeatureEngine engine = new FeatureEngine(Catalogue.core());
    Iterator<Row> rows = GeneratedRows.features(Slice.of(few, 100).get(0));
    for (int client = 0; client < few.size(); client++) {
      if (few.isLabelled(client)) {
        Row row = rows.next();
        float[] vector = engine.compute(GeneratedRows.dossier(clients.rows(client)));
        assertThat(row.getInt(0)).isEqualTo(Population.clientId(client));
        for (int i = 0; i < vector.length; i++) {
          Float cell = row.isNullAt(i + 1) ? Float.NaN : row.getFloat(i + 1);
          assertThat(cell).isEqualTo(Float.valueOf(vector[i]));
        }
      }
    }
    assertThat(rows).isExhausted();
  }

  @Test
  void aShiftMovesItsColumnAndNothingElse() {
    Population people = new Population(500, 0, 3);
    Clients before = new Clients(people);
    Clients after =
        new Clients(people.with(3, Map.of("EXT_SOURCE_2", 0.5, "NULL_EXT_SOURCE_1", -9.0)));
    double moved = 0;
    for (int client = 0; client < people.size(); client++) {
      double[] one = before.rows(client, Table.APPLICATION).row(0);
      double[] other = after.rows(client, Table.APPLICATION).row(0);
      int external = Application.EXT_SOURCE_2.position();
      assertThat(Double.isNaN(one[external])).isEqualTo(Double.isNaN(other[external]));
      moved += Double.isNaN(one[external]) ? 0 : other[external] - one[external];
      assertThat(other[Application.EXT_SOURCE_1.position()]).isNotNaN();
      one[external] = other[external];
      one[Application.EXT_SOURCE_1.position()] = other[Application.EXT_SOURCE_1.position()];
      assertThat(Arrays.equals(one, other)).isTrue();
      assertThat(after.rows(client, Table.BUREAU).size())
          .isEqualTo(before.rows(client, Table.BUREAU).size());
    }
    // Half a standard deviation of EXT_SOURCE_2, which is 0.19 in the published data.
    assertThat(moved / people.size()).isBetween(0.05, 0.12);
  }
}
