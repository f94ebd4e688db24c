package io.clairscore.pipelines.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.features.FeatureRequest;
import io.clairscore.pipelines.features.FeatureStep;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreRequest;
import io.clairscore.pipelines.scoring.ScoreStep;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.RecourseRate;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.pipelines.training.TrainStep;
import io.clairscore.scorer.advice.ClientExplanation;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Presentation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainStepTest extends SparkTest {
  private static final int CLIENTS = 600;
  private static final int NEW = 601;
  private static final int EMPTY = 602;
  private static final int ODD = 603;
  private static final Presentation LENDER =
      SyntheticClients.configuration().presentation().presentation();
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  @TempDir Path folder;

  private Job job() {
    Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
    return new Job(
        session(), new Workspace(folder), SyntheticClients.configuration(), "run", silent);
  }

  private static Row dossier(int client, Integer target, Double score, String occupation) {
    StructType schema = DossierDecoder.schema();
    StructType columns = (StructType) schema.apply("application").dataType();
    Object[] application = new Object[Table.APPLICATION.schema().width()];
    application[columns.fieldIndex("SK_ID_CURR")] = client;
    application[columns.fieldIndex("TARGET")] = target;
    application[columns.fieldIndex("EXT_SOURCE_2")] = score;
    application[columns.fieldIndex("OCCUPATION_TYPE")] = occupation;
    Object[] cells = new Object[schema.size()];
    cells[0] = client;
    cells[1] = RowFactory.create(application);
    for (int i = 2; i < cells.length; i++) {
      cells[i] = List.of();
    }
    return RowFactory.create(cells);
  }

  private TrainReport makeModel() {
    Random random = new Random(1);
    List<Row> dossiers = new ArrayList<>();
    for (int client = 1; client <= CLIENTS; client++) {
      double score = random.nextDouble();
      dossiers.add(dossier(client, random.nextDouble() > score + 0.2 ? 1 : 0, score, null));
    }
    dossiers.add(dossier(NEW, null, 0.05, "Drivers"));
    dossiers.add(dossier(EMPTY, null, null, null));
    dossiers.add(dossier(ODD, null, 0.9, "Astronaut"));
    session()
        .createDataFrame(dossiers, DossierDecoder.schema())
        .write()
        .format("delta")
        .option("delta.enableChangeDataFeed", "true")
        .save(job().workspace().dossiers().toString());
    FeatureStep.run(job(), FeatureRequest.CHANGED);
    return TrainStep.run(job(), TrainOptions.DEFAULT);
  }

  @Test
  void explainsAClientAsTheBatchScoresOne() {
    RecourseRate recourse = makeModel().recourse();
    // Nothing is known of what these clients ask for, so there is nothing they could change.
    assertThat(recourse.searched()).isPositive().isEqualTo(recourse.refused());
    assertThat(recourse.found()).isZero();
    Path model = TrainStep.modelFolder(job());
    ScoreStep.run(job(), new ScoreRequest(model, MONDAY));
    Row scored =
        session()
            .read()
            .format("delta")
            .load(job().workspace().scores().toString())
            .where("SK_ID_CURR = " + NEW)
            .first();

    ClientExplanation explained = ExplainStep.run(job(), new ExplainRequest(model, NEW));
    Explanation explanation = explained.explanation();

    assertThat(scored.<Integer>getAs("points")).isEqualTo(explanation.score().points());
    assertThat(scored.<String>getAs("decision")).isEqualTo(explanation.score().decision().name());
    List<Row> reasons = scored.getList(scored.fieldIndex("reasons"));
    assertThat(reasons)
        .extracting(reason -> reason.<Integer>getAs("points"))
        .isEqualTo(explanation.strongest().stream().map(r -> r.points()).toList());
    assertThat(explained.text(Language.FRENCH, LENDER))
        .containsSubsequence(
            "Votre deuxième score extérieur est de 5 sur\u00a0100",
            "Ce qui changerait la décision\n- Il manque ",
            "Aucun changement réaliste de la demande ne suffit. Demander moins",
            "Ce qui peut changer avec le temps\n- Les scores d’organismes",
            "Ce qu’il vaut la peine de vérifier\n- Les scores d’organismes",
            "adressez-vous à votre conseiller",
            "Total, votre score");
    assertThat(explained.json(Language.ENGLISH, LENDER).at("/change/answer").asText())
        .isEqualTo("NONE");

    assertThat(
            ExplainStep.run(job(), new ExplainRequest(model, ODD)).text(Language.ENGLISH, LENDER))
        .contains("1 unknown value was treated as missing.")
        .doesNotContain(
            "What would change", "may change with time", "worth checking", "please ask");
    assertRefused(model, EMPTY, Refusal.Kind.DATA, "The dossier says nothing");
    assertRefused(model, 999, Refusal.Kind.DATA, "There is no client 999");
    assertRefused(folder.resolve("models/none"), NEW, Refusal.Kind.MODEL, "no bundle");
  }

  @Test
  void saysThatThereAreNoDossiersYet() {
    assertRefused(folder.resolve("m"), NEW, Refusal.Kind.DATA, "There is no client to explain");
  }

  private void assertRefused(Path model, int client, Refusal.Kind status, String message) {
    assertThatThrownBy(() -> ExplainStep.run(job(), new ExplainRequest(model, client)))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(message, "Cause", "Remedy")
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(status);
  }
}
