package io.clairscore.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.features.FeatureRequest;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.synthetic.GeneratedRows;
import io.clairscore.pipelines.synthetic.Population;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.SmallModel;
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
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStepTest extends SparkTest {
  private static final int LABELLED = 400;
  private static final int ALL = 420;
  private static final List<Dossier> DOSSIERS =
      GeneratedRows.dossiers(new Population(LABELLED, ALL - LABELLED, 1), 0, ALL).toList();
  private static final int FIRST = DOSSIERS.get(0).clientId();

  @TempDir Path folder;

  private Job job() {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(
        session(), new Workspace(folder), SyntheticClients.configuration(), "run", silent);
  }

  private void makeTables(Job job) throws IOException {
    saveDossiers(job, "errorifexists");
    FeatureStep.run(job, FeatureRequest.CHANGED);
    FeatureEngine engine = new FeatureEngine(Catalogue.core());
    Path model = TrainStep.modelFolder(job);
    Files.createDirectories(model.getParent());
    new SmallModel(DOSSIERS.stream().map(engine::compute).toList(), 1).write(model, "run");
    for (int day = 1; day <= 2; day++) {
      ScoreStep.run(job, new ScoreRequest(TrainStep.modelFolder(job), LocalDate.of(2026, 3, day)));
    }
  }

  private void saveDossiers(Job job, String mode) {
    List<String> documents =
        DOSSIERS.stream()
            .map(
                dossier ->
                    DossierJson.writeTree(dossier).put("SK_ID_CURR", dossier.clientId()).toString())
            .toList();
    session()
        .read()
        .schema(DossierDecoder.schema())
        .json(session().createDataset(documents, Encoders.STRING()))
        .repartition(4)
        .write()
        .format("delta")
        .option("delta.enableChangeDataFeed", "true")
        .mode(mode)
        .save(job.workspace().dossiers().toString());
  }

  @Test
  void publishesAVersionThatFindsEveryClientByOneReadAndNeverChangesIt() throws Exception {
    Job job = job();
    makeTables(job);
    Path model = TrainStep.modelFolder(job);
    Published published = new Published(job.workspace().published());
    ExportReport report = ExportStep.run(job, new ExportRequest(model, "v1"));
    assertThat(report.clients()).isEqualTo(ALL);
    assertThat(published.current()).contains("v1");
    PublishedVersion version = published.live();
    assertFindsEveryClient(version);
    assertNumbersLeadToClients(version);
    new PublishedOracle(
            version,
            DeltaFolders.read(session(), job.workspace().features()).collectAsList(),
            session().read().parquet(version.population().toString()).collectAsList())
        .check(DOSSIERS);
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
    assertFeaturesOfOtherDossiersAreRefused(job);
  }

  /** What is published is computed from the dossiers: batch must have seen the same. */
  private void assertFeaturesOfOtherDossiersAreRefused(Job job) {
    saveDossiers(job, "overwrite");
    assertThatThrownBy(
            () -> ExportStep.run(job, new ExportRequest(TrainStep.modelFolder(job), "v5")))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(
            "not those of the dossiers", "from version 0", "stands at version 1", "Remedy");
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
    for (Dossier dossier : DOSSIERS) {
      ClientRecord record = store.find(dossier.clientId()).orElseThrow();
      assertThat(record.client()).isEqualTo(dossier.clientId());
      assertThat(record.dossier()).isEqualTo(dossier);
      if (Double.isNaN(dossier.application().number(Application.TARGET, 0))) {
        assertThat(record.scores())
            .extracting(ClientScore::date)
            .containsExactly("2026-03-02", "2026-03-01");
      } else {
        assertThat(record.scores()).isEmpty();
      }
    }
    assertThat(store.find(FIRST - 1)).isEmpty();
    assertThat(store.find(FIRST + ALL)).isEmpty();
    assertThat(store.all().map(ClientRecord::client))
        .containsExactlyElementsOf(IntStream.range(FIRST, FIRST + ALL).boxed().toList());
  }

  private static void assertNumbersLeadToClients(PublishedVersion version) {
    ClientStore store = version.clients();
    long numbers = 0;
    for (Dossier dossier : DOSSIERS) {
      Rows loans = dossier.rows(Table.PREVIOUS_APPLICATION);
      for (int row = 0; row < loans.size(); row++) {
        int number = (int) loans.number(PreviousApplication.SK_ID_PREV, row);
        assertThat(store.ofPrevious(number)).hasValue(dossier.clientId());
        numbers++;
      }
      Rows credits = dossier.rows(Table.BUREAU);
      for (int row = 0; row < credits.size(); row++) {
        int number = (int) credits.number(Bureau.SK_ID_BUREAU, row);
        assertThat(store.ofBureau(number)).hasValue(dossier.clientId());
        numbers++;
      }
    }
    assertThat(numbers).isGreaterThan(2L * ALL);
    assertThat(store.ofPrevious(1)).isEmpty();
    assertThat(store.ofBureau(Integer.MAX_VALUE)).isEmpty();
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
    FeatureProfile profile =
        version.profiles().stream()
            .filter(one -> one.feature().equals("EXT_SOURCE_2"))
            .findFirst()
            .orElseThrow();
    DescriptiveStatistics values = new DescriptiveStatistics();
    session()
        .read()
        .format("delta")
        .load(folder.resolve("tables/features").toString())
        .select("EXT_SOURCE_2")
        .where("EXT_SOURCE_2 IS NOT NULL")
        .collectAsList()
        .forEach(row -> values.addValue(row.getFloat(0)));
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
        .contains(
            "bundle/model.ubj",
            "clients/clients.index",
            "clients/scoring-00000.bin",
            "population/clients.parquet",
            "presentation.json",
            "profiles.json");
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
