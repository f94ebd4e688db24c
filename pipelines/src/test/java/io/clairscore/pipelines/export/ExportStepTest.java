package io.clairscore.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStepTest extends SparkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LABELLED = 400;
  private static final int ALL = 420;

  @TempDir Path folder;

  private Job job() {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(
        session(), new Workspace(folder), SyntheticClients.configuration(), "run", silent);
  }

  private static Row dossier(int client) {
    StructType schema = DossierDecoder.schema();
    Object[] application = new Object[Table.APPLICATION.schema().width()];
    StructType columns = (StructType) schema.apply("application").dataType();
    application[columns.fieldIndex("SK_ID_CURR")] = client;
    application[columns.fieldIndex("AMT_CREDIT")] = 1000.5 * client;
    Object[] cells = new Object[schema.size()];
    cells[0] = client;
    cells[1] = RowFactory.create(application);
    for (int i = 2; i < cells.length; i++) {
      cells[i] = List.of();
    }
    return RowFactory.create(cells);
  }

  private void makeTables(Job job) {
    SyntheticClients.save(
        SyntheticClients.named(SyntheticClients.table(session(), LABELLED, ALL - LABELLED, 3, 1)),
        job.workspace().features());
    List<Row> dossiers = new ArrayList<>();
    for (int client = ALL; client >= 1; client--) {
      dossiers.add(dossier(client));
    }
    session()
        .createDataFrame(dossiers, DossierDecoder.schema())
        .repartition(4)
        .write()
        .format("delta")
        .save(job.workspace().dossiers().toString());
    TrainStep.run(job, TrainOptions.DEFAULT);
    for (int day = 1; day <= 2; day++) {
      ScoreStep.run(
          job, new ScoreRequest(TrainStep.modelFolder(job), LocalDate.of(2026, 3, day)));
    }
  }

  @Test
  void publishesAVersionThatFindsEveryClientByOneReadAndReplacesItWhole() throws IOException {
    Job job = job();
    makeTables(job);
    ExportReport report = ExportStep.run(job, TrainStep.modelFolder(job), "v1");
    Path version = folder.resolve("published/v1");
    assertThat(report.clients()).isEqualTo(ALL);
    assertFindsEveryClient(version);
    assertProfilesAreRight(version);
    assertManifestIsRight(version);

    Files.createFile(version.resolve("left-over"));
    ExportStep.run(job, TrainStep.modelFolder(job), "v1");
    assertThat(version.resolve("left-over")).doesNotExist();
    assertThat(version.resolveSibling(".v1.writing")).doesNotExist();
    assertFindsEveryClient(version);
  }

  private static void assertFindsEveryClient(Path version) throws IOException {
    try (ClientStore store = new ClientStore(version.resolve("clients"))) {
      assertThat(store.size()).isEqualTo(ALL);
      for (int client = 1; client <= ALL; client++) {
        JsonNode document = JSON.readTree(store.find(client).orElseThrow());
        Dossier dossier = DossierJson.read(document.get("dossier"));
        assertThat(dossier.clientId()).isEqualTo(client);
        assertThat(dossier.application().number(Application.AMT_CREDIT, 0))
            .isEqualTo(1000.5 * client);
        if (client <= LABELLED) {
          assertThat(document.get("scores")).isEmpty();
        } else {
          assertThat(document.get("scores").findValuesAsText("scoring_date"))
              .containsExactly("2026-03-02", "2026-03-01");
        }
      }
      assertThat(store.find(0)).isEmpty();
      assertThat(store.find(ALL + 1)).isEmpty();
    }
  }

  private void assertProfilesAreRight(Path version) throws IOException {
    JsonNode profile = JSON.readTree(version.resolve("profiles.json").toFile()).get(1);
    DescriptiveStatistics values = new DescriptiveStatistics();
    session()
        .read()
        .format("delta")
        .load(folder.resolve("tables/features").toString())
        .select("DAYS_BIRTH")
        .where("DAYS_BIRTH IS NOT NULL")
        .collectAsList()
        .forEach(row -> values.addValue(row.getFloat(0)));
    assertThat(profile.get("feature").asText()).isEqualTo("DAYS_BIRTH");
    assertThat(profile.get("count").asLong()).isEqualTo(values.getN());
    assertThat(profile.get("missing").asLong()).isEqualTo(ALL - values.getN());
    assertThat(profile.get("mean").asDouble()).isCloseTo(values.getMean(), within(1e-12));
    assertThat(profile.get("deviation").asDouble())
        .isCloseTo(values.getStandardDeviation(), within(1e-12));
    assertThat(profile.get("maximum").asDouble()).isEqualTo(values.getMax());
    assertThat(profile.get("quantiles").get("0.5").asDouble())
        .isCloseTo(values.getPercentile(50), within(0.05));
  }

  private static void assertManifestIsRight(Path version) throws IOException {
    JsonNode manifest = JSON.readTree(version.resolve("manifest.json").toFile());
    assertThat(manifest.get("bundle").asText()).isEqualTo("run");
    assertThat(manifest.get("tableVersions").fieldNames())
        .toIterable()
        .containsExactly("dossiers", "features", "scores");
    List<String> listed = manifest.get("files").findValuesAsText("path");
    assertThat(listed).contains("bundle/model.ubj", "clients/clients.index", "profiles.json");
    List<PublishedFiles.Entry> found = PublishedFiles.under(version);
    assertThat(found).hasSize(listed.size() + 1);
    for (JsonNode file : manifest.get("files")) {
      assertThat(found)
          .contains(
              new PublishedFiles.Entry(
                  file.get("path").asText(),
                  file.get("bytes").asLong(),
                  file.get("sha256").asText()));
    }
  }

  @Test
  void refusesNamesThatAreNotFoldersAndWorkspacesWithoutFeatures() {
    assertThatThrownBy(() -> ExportStep.run(job(), folder, "../elsewhere"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot name a published version");
    assertThatThrownBy(() -> ExportStep.run(job(), folder, "v1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no feature table");
    assertThat(folder.resolve("published")).doesNotExist();
  }
}
