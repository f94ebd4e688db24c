package io.clairscore.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientScore;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.FeatureProfile;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedFile;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.VersionManifest;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStepTest extends SparkTest {
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
      ScoreStep.run(job, new ScoreRequest(TrainStep.modelFolder(job), LocalDate.of(2026, 3, day)));
    }
  }

  @Test
  void publishesAVersionThatFindsEveryClientByOneReadAndNeverChangesIt() throws IOException {
    Job job = job();
    makeTables(job);
    Path model = TrainStep.modelFolder(job);
    Published published = new Published(job.workspace().published());
    ExportReport report = ExportStep.run(job, new ExportRequest(model, "v1"));
    assertThat(report.clients()).isEqualTo(ALL);
    assertThat(published.current()).contains("v1");
    PublishedVersion version = published.live();
    assertFindsEveryClient(version);
    assertTellsTheScores(version);
    assertProfilesAreRight(version);
    assertManifestIsRight(version);

    String manifest = Files.readString(folder.resolve("published/v1/manifest.json"));
    ExportReport again = ExportStep.run(job, new ExportRequest(model, "v1"));
    assertThat(again.stoodAlready()).isTrue();
    assertThat(folder.resolve("published/v1/manifest.json")).hasContent(manifest);

    ScoreStep.run(job, new ScoreRequest(model, LocalDate.of(2026, 3, 3)));
    assertThat(ExportStep.run(job, new ExportRequest(model, "v1")).version()).isEqualTo("v1.2");
    assertThat(published.current()).contains("v1.2");
    assertThat(folder.resolve("published/v1/manifest.json")).hasContent(manifest);

    Files.writeString(folder.resolve("published/v1.2/profiles.json"), "[]");
    assertThat(ExportStep.run(job, new ExportRequest(model, "v1")).version()).isEqualTo("v1.3");
    assertAnUnprovedModelIsNotLive(job, published);
  }

  /** And the oldest version is removed: three stay. */
  private static void assertAnUnprovedModelIsNotLive(Job job, Published published) {
    Path models = job.workspace().models();
    Aliases.read(models).promoted("other").write(models);
    ScoreStep.run(job, new ScoreRequest(TrainStep.modelFolder(job), LocalDate.of(2026, 3, 4)));
    ExportReport report = ExportStep.run(job, new ExportRequest(TrainStep.modelFolder(job), "v4"));
    assertThat(String.join("\n", report.lines())).contains("published --use v4 makes it live");
    assertThat(published.current()).contains("v1.3");
    assertThat(published.names()).contains("v1.3", "v4");
  }

  private static void assertFindsEveryClient(PublishedVersion version) {
    ClientStore store = version.clients();
    assertThat(store.size()).isEqualTo(ALL);
    for (int client = 1; client <= ALL; client++) {
      ClientRecord record = store.find(client).orElseThrow();
      assertThat(record.client()).isEqualTo(client);
      assertThat(record.dossier().clientId()).isEqualTo(client);
      assertThat(record.dossier().application().number(Application.AMT_CREDIT, 0))
          .isEqualTo(1000.5 * client);
      if (client <= LABELLED) {
        assertThat(record.scores()).isEmpty();
      } else {
        assertThat(record.scores())
            .extracting(ClientScore::date)
            .containsExactly("2026-03-02", "2026-03-01");
      }
    }
    assertThat(store.find(0)).isEmpty();
    assertThat(store.find(ALL + 1)).isEmpty();
    assertThat(store.all().map(ClientRecord::client))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, ALL).boxed().toList());
  }

  /** The scores that the store tells are those of the table. */
  private void assertTellsTheScores(PublishedVersion version) {
    List<Row> rows =
        session()
            .read()
            .format("delta")
            .load(folder.resolve("tables/scores").toString())
            .where("scoring_date = '2026-03-02'")
            .collectAsList();
    assertThat(rows).hasSize(ALL - LABELLED);
    for (Row row : rows) {
      ClientScore told =
          version.clients().find(row.getAs("SK_ID_CURR")).orElseThrow().scores().get(0);
      assertThat(told.score().margin()).isEqualTo(row.<Float>getAs("margin"));
      assertThat(told.probability()).isEqualTo(row.<Double>getAs("probability"));
      assertThat(told.points()).isEqualTo(row.<Integer>getAs("points"));
      assertThat(told.level().name()).isEqualTo(row.<String>getAs("level"));
      assertThat(told.decision().name()).isEqualTo(row.<String>getAs("decision"));
      assertThat(told.toReview()).isEqualTo(row.<Boolean>getAs("to_review"));
      assertThat(told.bundle()).isEqualTo("run");
      assertThat(told.featuresVersion()).isEqualTo(row.<Long>getAs("features_version"));
      assertThat(told.reasons()).hasSameSizeAs(row.getList(row.fieldIndex("reasons")));
    }
  }

  private void assertProfilesAreRight(PublishedVersion version) {
    FeatureProfile profile = version.profiles().get(1);
    DescriptiveStatistics values = new DescriptiveStatistics();
    session()
        .read()
        .format("delta")
        .load(folder.resolve("tables/features").toString())
        .select("DAYS_BIRTH")
        .where("DAYS_BIRTH IS NOT NULL")
        .collectAsList()
        .forEach(row -> values.addValue(row.getFloat(0)));
    assertThat(profile.feature()).isEqualTo("DAYS_BIRTH");
    assertThat(profile.count()).isEqualTo(values.getN());
    assertThat(profile.missing()).isEqualTo(ALL - values.getN());
    assertThat(profile.mean()).isCloseTo(values.getMean(), within(1e-12));
    assertThat(profile.deviation()).isCloseTo(values.getStandardDeviation(), within(1e-12));
    assertThat(profile.maximum()).isEqualTo(values.getMax());
    assertThat(profile.quantiles().get("0.5")).isCloseTo(values.getPercentile(50), within(0.05));
  }

  private void assertManifestIsRight(PublishedVersion version) throws IOException {
    VersionManifest manifest = version.manifest();
    assertThat(manifest.bundle()).isEqualTo("run");
    assertThat(manifest.clients()).isEqualTo(ALL);
    assertThat(manifest.tableVersions()).containsOnlyKeys("dossiers", "features", "scores");
    assertThat(manifest.files())
        .extracting(PublishedFile::path)
        .contains("bundle/model.ubj", "clients/clients.index", "profiles.json");
    List<PublishedFile> found = PublishedFile.under(folder.resolve("published/v1"));
    assertThat(found).hasSize(manifest.files().size() + 1).containsAll(manifest.files());
    String catalogue = FeatureTable.latest(session(), job().workspace().features()).catalogueHash();
    assertThat(version.bundle(catalogue).manifest().training().runId()).isEqualTo("run");
  }

  @Test
  void refusesNamesThatAreNotFoldersAndWorkspacesWithoutFeatures() {
    assertThatThrownBy(() -> ExportStep.run(job(), new ExportRequest(folder, "../elsewhere")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot name a published version");
    assertThatThrownBy(() -> ExportStep.run(job(), new ExportRequest(folder, "v1")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no feature table");
    assertThat(folder.resolve("published")).doesNotExist();
  }
}
