package io.clairscore.pipelines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.dossiers.DossierStep;
import io.clairscore.pipelines.features.FeatureRequest;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.ingest.IngestReport;
import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a folder is called, it is that folder and no other. */
class PathsAreNotPatternsTest extends SparkTest {
  private static final String ODD = "small [1] {a,b} d'un `autre` #1 100%41 a:b";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"small [1] {a}", "cur[12]", "st*r wh?t", "back\\slash 100%41 #"})
  void filesAndTablesAreReadByTheirNames(String name) throws IOException {
    // What the name would match as a pattern.
    for (String other : List.of("small 1 a", "cur1", "star what", "backslash 100A")) {
      session().range(7).write().parquet(folder.resolve(other).toString());
    }
    Path rows = folder.resolve(name);
    session().range(3).write().parquet(rows.toString());
    assertThat(NamedFiles.read(session().read(), "parquet", rows).count()).isEqualTo(3);
    assertThat(NamedFiles.read(session().read(), "parquet", rows, rows, folder.resolve("cur1")))
        .extracting(Dataset::count)
        .isEqualTo(13L);

    Path first = Files.writeString(folder.resolve(name + ".csv"), "1\n2\n");
    Path second = Files.writeString(folder.resolve(name + "b.csv"), "3\n");
    assertThat(NamedFiles.read(session().read(), "csv", first, second).count()).isEqualTo(3);

    Path table = folder.resolve("table " + name);
    DeltaFolders.replace(table, session().range(3).toDF("id"), Map.of("a", "b"));
    DeltaFolders.setProperties(session(), table, Map.of("a", "c"));
    DeltaFolders.merge(session(), table, session().range(5).toDF("id"), "id");
    assertThat(DeltaFolders.read(session(), table).count()).isEqualTo(5);
    assertThat(DeltaFolders.read(session(), table, 0).count()).isEqualTo(3);
    assertThat(DeltaFolders.properties(session(), table)).containsEntry("a", "c");
    assertThat(DeltaFolders.version(session(), table)).isEqualTo(2);
  }

  @Test
  void aWorkspaceAndItsDataMayHaveAnyName() {
    Path work = folder.resolve("work " + ODD);
    CsvFolder data = new CsvFolder(folder.resolve("data " + ODD));
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 1);
    data.row("application_train", "SK_ID_CURR", 3, "TARGET", 7);
    load(work, "one", data);
    data.row("application_train", "SK_ID_CURR", 4, "TARGET", 1);
    data.row("bureau", "SK_ID_CURR", 4, "SK_ID_BUREAU", "x");
    data.row("bureau", "SK_ID_CURR", 4, "SK_ID_BUREAU", 40);
    IngestReport later = load(work, "two", data);
    assertThat(later.kept()).isEqualTo(4);

    Job job = TestJobs.job(session(), work, "two");
    List<Row> clients =
        DeltaFolders.read(session(), job.workspace().raw(Table.APPLICATION))
            .select("SK_ID_CURR")
            .orderBy("SK_ID_CURR")
            .collectAsList();
    assertThat(clients).extracting(row -> row.getInt(0)).containsExactly(1, 2, 4);
    assertThat(DeltaFolders.read(session(), job.workspace().quarantine()).count()).isEqualTo(5);
    DossierStep.run(job);
    assertThat(FeatureStep.run(job, FeatureRequest.CHANGED).computed()).isEqualTo(3);
  }

  private IngestReport load(Path work, String run, CsvFolder data) {
    data.write();
    return IngestStep.run(TestJobs.job(session(), work, run), new IngestRequest(data.path()));
  }
}
