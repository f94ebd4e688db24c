package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.CandidateResult.Quality;
import io.clairscore.pipelines.study.results.Comparison;
import io.clairscore.pipelines.study.results.StudyResults;
import io.clairscore.pipelines.study.results.StudyResults.Contest;
import io.clairscore.pipelines.tracking.RunRecord;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the layout that {@code clairscore study} leaves. */
class StudyDocumentsTest {
  private static final StudyResults RESULTS =
      new StudyResults(
          new Contest(
              List.of(candidate("accept-all", 0.8073, 0.5), candidate("logistic", 0.5012, 0.7701)),
              List.of(
                  new Comparison(
                      "logistic",
                      "accept-all",
                      new Estimate(-0.3061, -0.32, 0.29),
                      new Estimate(-0.3, -0.31, -0.29),
                      new Estimate(0.2701, 0.26, 0.28)))),
          new Contest(List.of(), List.of()),
          null,
          null,
          null);

  @TempDir private Path folder;
  private final DocumentTexts french = new DocumentTexts(Language.FRENCH);
  private final DocumentTexts english = new DocumentTexts(Language.ENGLISH);

  private static CandidateResult candidate(String name, double cost, double auc) {
    Quality measured = new Quality(Map.of(Metric.COST_PER_CLIENT, cost, Metric.AUC, auc), 0.0123);
    return new CandidateResult(name, measured, measured, -2.4012, null, 1.25, 0.5, List.of());
  }

  private Path study(String run) throws IOException {
    Path study = folder.resolve("runs").resolve(run).resolve("study");
    Files.createDirectories(study.resolve("candidates"));
    Files.writeString(study.resolve("study.json"), RESULTS.json());
    return study;
  }

  private FoundStudy found(String run) {
    return FoundStudy.find(new Workspace(folder), run).orElseThrow();
  }

  @Test
  void takesTheStudyOfTheRunOrElseTheOneBegunLastWhateverTheFilesSay() throws Exception {
    assertThat(FoundStudy.find(new Workspace(folder), "a")).isEmpty();
    study("without a record");
    for (String run : List.of("old", "late")) {
      RunRecord.open(Tracking.folder(new Workspace(folder), run), run);
      Path file = study(run).resolve("study.json");
      Files.setLastModifiedTime(file, FileTime.fromMillis(run.equals("old") ? 2000 : 1000));
      Thread.sleep(5);
    }
    assertThat(found("old").run()).isEqualTo("old");
    assertThat(found("another").run()).isEqualTo("late");
  }

  private Grid table(String name, DocumentTexts texts) {
    return found("a").tables(List.of(name), texts.ofStudy()).get(0);
  }

  @Test
  void writesItsTablesInTheLanguage() throws IOException {
    study("a");
    Grid ladder = table("ladder", french);
    assertThat(ladder.title()).isEqualTo("Candidats, hors pli");
    assertThat(ladder.header()).startsWith("candidat", "coût", "AUC").contains("seuil (marge)");
    assertThat(ladder.rows().get(1))
        .startsWith("régression logistique", "0,5012", "0,7701")
        .contains("\u22122,4012");
    assertThat(table("comparisons", french).rows().get(0))
        .startsWith(
            "régression logistique", "tout accepter", "\u22120,3061 [\u22120,3200\u00a0; +0,2900]");
    assertThat(table("ladder", english).rows().get(1)).contains("logistic regression", "0.5012");
  }

  @Test
  void aTableThatIsAbsentOrEmptyIsNotThere() throws IOException {
    study("a");
    assertThat(found("a").tables(List.of("imbalance", "leakage"), french.ofStudy())).isEmpty();
    Surroundings around = Surroundings.of(new Workspace(folder), "a");
    assertThat(around.fairness(Map.of(), french).text()).contains("pas encore été mesurées");
    assertThat(around.fairness(Map.of("gender M", 0.8), french).tables().get(0).rows())
        .containsExactly(List.of("hommes", "80,0\u00a0%"));
    assertThat(around.imbalance(french).text()).contains("Aucune étude ne compare");
    assertThat(around.models(french).text()).contains("« a »".replace(' ', '\u00a0'));
    assertThat(around.models(french).tables().get(0).rows())
        .containsExactly(
            List.of(
                "régression logistique",
                "tout accepter",
                "\u22120,3061 [\u22120,3200\u00a0; +0,2900]",
                "+0,2701 [+0,2600\u00a0; +0,2800]"));
    assertThat(around.candidates(french).tables().get(0).rows().get(1))
        .contains("régression logistique");
  }

  @Test
  void tellsForWhomThereIsAWayOrThatNobodyLooked() throws IOException {
    ObjectMapper json = new ObjectMapper();
    assertThat(Statements.recourse(json.readTree("{}"), english)).contains("was not measured");
    assertThat(
            Statements.recourse(
                json.readTree(
                    "{\"recourse\":{\"refused\":400,\"searched\":300,\"found\":60,"
                        + "\"rate\":{\"value\":0.2,\"low\":0.16,\"high\":0.25}}}"),
                english))
        .contains("20.0% of the refused clients", "60 of 300 examined", "16.0% to 25.0%");
  }

  @Test
  void offersTheCandidatesWhoseScoresTellClientsApart() throws IOException {
    Path candidates = study("a").resolve("candidates");
    Random random = new Random(3);
    write(candidates.resolve("logistic.scores.csv.gz"), 300, random);
    write(candidates.resolve("accept-all.scores.csv.gz"), 300, null);
    assertThat(found("a").curves()).containsOnlyKeys("logistic");
    Place cheapest = found("a").curves().get("logistic").cheapest(new BusinessConf(10, 1));
    assertThat(cheapest.training().clients() + cheapest.holdOut().clients()).isEqualTo(300);
  }

  private static void write(Path file, int clients, Random random) throws IOException {
    StringBuilder lines = new StringBuilder("SK_ID_CURR,TARGET,fold,margin,probability\n");
    for (int i = 0; i < clients; i++) {
      double margin = random == null ? 0 : random.nextGaussian();
      lines.append("%d,%d,%d,%s,0.1%n".formatted(i, i % 7 == 0 ? 1 : 0, i % 5 - 1, margin));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aDamagedStudyIsRefusedWithAWayOut() throws IOException {
    Files.writeString(study("a").resolve("study.json"), "{\"ladder\":");
    assertThatThrownBy(() -> found("a"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("move its folder away");
  }

  @Test
  void aStudyOfAnotherVersionIsRefusedWithAWayOut() throws IOException {
    Files.writeString(study("a").resolve("study.json"), "{\"ladder\":[{\"cost\":\"0.5\"}]}");
    assertThatThrownBy(() -> found("a"))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContaining("another version")
        .hasMessageContaining("It has version 1, this program reads version 2")
        .hasMessageContaining("fits nothing anew");
  }
}
