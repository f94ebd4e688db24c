package io.clairscore.pipelines.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Application;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.dossiers.DossierReport;
import io.clairscore.pipelines.dossiers.DossierReport.Mode;
import io.clairscore.pipelines.dossiers.DossierStep;
import io.clairscore.pipelines.dossiers.SlowDossiers;
import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From raw tables to dossiers and features, against obvious loops over the CSV lines. */
class DossiersToFeaturesTest extends SparkTest {
  private static final int CLIENTS = 30;

  @TempDir Path folder;
  private CsvFolder data;
  private final Random random = new Random(11);

  @BeforeEach
  void files() {
    data = new CsvFolder(folder.resolve("data"));
  }

  @Test
  void everyClientGetsItsRowsAndFeaturesAndLaterOnlyChangedOnesAreBuiltAgain() {
    randomClients();
    step("first", Mode.ALL, CLIENTS);
    expectTables();

    // A credit moves from one client to another, a balance finds its credit and one client is new,
    // one client pays again: five change, nobody else.
    replace("bureau", 1, "SK_ID_CURR", 5, "SK_ID_BUREAU", 101);
    data.row("bureau", "SK_ID_CURR", 7, "SK_ID_BUREAU", 900);
    data.row("application_test", "SK_ID_CURR", 77);
    data.row("installments_payments", "SK_ID_PREV", 4, "SK_ID_CURR", 9, "AMT_PAYMENT", "7.5");
    long rebuilt = step("second", Mode.CHANGED, 5).rebuilt();
    assertThat(rebuilt).isEqualTo(5);
    expectTables();

    Job idle = job("idle");
    long version = DeltaFolders.version(session(), idle.workspace().features());
    assertThat(DossierStep.run(idle).mode()).isEqualTo(Mode.NONE);
    assertThat(FeatureStep.run(idle, FeatureRequest.CHANGED).computed()).isZero();
    assertThat(DeltaFolders.version(session(), idle.workspace().features())).isEqualTo(version);

    assertThat(FeatureStep.run(job("some"), new FeatureRequest(Set.of(1, 2, 4711))).computed())
        .isEqualTo(2);
    expectTables();
    refuse(() -> FeatureStep.run(job("none"), new FeatureRequest(Set.of(4711))), Refusal.Kind.DATA);
  }

  @Test
  void withoutHistoryFilesTheirFeaturesAreMissing() {
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 1).write();
    refuse(() -> DossierStep.run(job("early")), Refusal.Kind.DATA);
    refuse(() -> FeatureStep.run(job("early"), FeatureRequest.CHANGED), Refusal.Kind.DATA);
    step("only", Mode.ALL, 1);
    Row row = DeltaFolders.read(session(), job("only").workspace().features()).head();
    assertThat(row.<Integer>getAs("TARGET")).isEqualTo(1);
    assertThat(row.<Float>getAs("AMT_CREDIT")).isEqualTo(1f);
    assertThat(row.isNullAt(row.fieldIndex("INSTAL_COUNT"))).isTrue();
    assertThat(row.isNullAt(row.fieldIndex("BURO_DAYS_CREDIT_MEAN"))).isTrue();
    Map<String, String> properties =
        DeltaFolders.properties(session(), job("only").workspace().features());
    assertThat(properties)
        .containsEntry("clairscore.catalogue", Catalogue.core().hash())
        .containsEntry("clairscore.source.dossiers", "0")
        .containsEntry("clairscore.source.application", "0");
  }

  private DossierReport step(String runId, Mode mode, long built) {
    data.write();
    Job job = job(runId);
    IngestStep.run(job, new IngestRequest(data.path()));
    DossierReport report = DossierStep.run(job);
    assertThat(report.mode()).isEqualTo(mode);
    assertThat(FeatureStep.run(job, FeatureRequest.CHANGED).computed()).isEqualTo(built);
    return report;
  }

  private void expectTables() {
    Map<Integer, Dossier> expected = SlowDossiers.of(data);
    Job job = job("any");
    DossierDecoder decoder = new DossierDecoder();
    Map<Integer, Dossier> found = new TreeMap<>();
    for (InternalRow row :
        DeltaFolders.read(session(), job.workspace().dossiers())
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(InternalRow::copy)
            .collect()) {
      Dossier dossier = decoder.dossier(row);
      found.put(row.getInt(0), dossier);
    }
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (client, d) -> assertThat(d).as("client " + client).isEqualTo(expected.get(client)));
    expectFeatures(expected);
  }

  private void expectFeatures(Map<Integer, Dossier> dossiers) {
    FeatureEngine engine = new FeatureEngine(Catalogue.core());
    Set<Integer> seen = new java.util.TreeSet<>();
    for (Row row :
        DeltaFolders.read(session(), job("any").workspace().features()).collectAsList()) {
      Dossier dossier = dossiers.get(row.getInt(0));
      seen.add(row.getInt(0));
      float[] vector = new float[engine.catalogue().size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = row.isNullAt(i + 2) ? Float.NaN : row.getFloat(i + 2);
      }
      assertThat(vector).as("client " + row.getInt(0)).isEqualTo(engine.compute(dossier));
      double target = dossier.application().number(Application.TARGET, 0);
      Double known = row.isNullAt(1) ? Double.NaN : row.getInt(1);
      assertThat(known).isEqualTo(Double.valueOf(target));
    }
    assertThat(seen).isEqualTo(dossiers.keySet());
  }

  /** Clients with none to many rows per table, in random order, with missing cells and ties. */
  private void randomClients() {
    for (int client = 1; client <= CLIENTS; client++) {
      if (client % 3 == 0) {
        data.row("application_test", "SK_ID_CURR", client, "AMT_INCOME_TOTAL", amount());
      } else {
        data.row("application_train", "SK_ID_CURR", client, "TARGET", client % 2);
      }
    }
    data.row("bureau", "SK_ID_CURR", 2, "SK_ID_BUREAU", 101, "AMT_CREDIT_SUM", "12.5");
    for (int i = 0; i < 200; i++) {
      int client = 1 + random.nextInt(CLIENTS + 2);
      int previous = 1 + random.nextInt(20);
      int month = -1 - i;
      data.row("bureau", "SK_ID_CURR", client, "SK_ID_BUREAU", 200 + i, "AMT_CREDIT_SUM", amount());
      data.row(
          "bureau_balance",
          "SK_ID_BUREAU",
          // Coprime steps: no credit and month come twice.
          190 + i * 7 % 220,
          "MONTHS_BALANCE",
          -(i % 96),
          "STATUS",
          random.nextBoolean() ? "C" : "");
      data.row(
          "previous_application",
          "SK_ID_PREV",
          1 + i,
          "SK_ID_CURR",
          client,
          "AMT_CREDIT",
          amount());
      data.row(
          "POS_CASH_balance",
          "SK_ID_PREV",
          1000 + i,
          "SK_ID_CURR",
          client,
          "MONTHS_BALANCE",
          Math.max(-96, month));
      data.row(
          "credit_card_balance",
          "SK_ID_PREV",
          2000 + i,
          "SK_ID_CURR",
          client,
          "MONTHS_BALANCE",
          Math.max(-96, month),
          "AMT_BALANCE",
          amount());
      data.row(
          "installments_payments",
          "SK_ID_PREV",
          previous,
          "SK_ID_CURR",
          client,
          "AMT_PAYMENT",
          amount(),
          "DAYS_ENTRY_PAYMENT",
          i % 5 == 0 ? "" : -i);
    }
    data.row("bureau_balance", "SK_ID_BUREAU", 900, "MONTHS_BALANCE", -3);
  }

  private String amount() {
    return random.nextInt(6) == 0 ? "" : Integer.toString(random.nextInt(4) * 1000) + ".5";
  }

  private void replace(String file, int line, Object... cells) {
    data.lines(file).set(line, CsvFolder.text(file, cells));
  }

  private static void refuse(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable run, Refusal.Kind code) {
    Refusal refusal = catchThrowableOfType(Refusal.class, run);
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(code);
  }

  private Job job(String runId) {
    return TestJobs.job(session(), folder.resolve("work"), runId);
  }
}
