package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.tracking.RunRecord;
import io.clairscore.pipelines.tracking.Tracking;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the layout that {@code clairscore study} leaves. */
class StudyDocumentsTest {
  private static final String LADDER =
      """
      {"ladder":[
       {"candidate":"accept-all","cost":"0.8073","AUC":"0.5000","threshold":""},
       {"candidate":"logistic","cost":"0.5012","AUC":"0.7701","threshold":"-2.4012"}],
       "comparisons":[
       {"candidate":"logistic","against":"accept-all","hold-out":"-0.3061 [-0.3200, +0.2900]"}],
       "fairness":[]}
      """;

  @TempDir private Path folder;
  private final DocumentTexts french = new DocumentTexts(Language.FRENCH);
  private final DocumentTexts english = new DocumentTexts(Language.ENGLISH);

  private Path study(String run) throws IOException {
    Path study = folder.resolve("runs").resolve(run).resolve("study");
    Files.createDirectories(study.resolve("candidates"));
    Files.writeString(study.resolve("study.json"), LADDER);
    return study;
  }

  private StudyRecord found(String run) {
    return StudyRecord.find(new Workspace(folder), run).orElseThrow();
  }

  @Test
  void takesTheStudyOfTheRunOrElseTheOneBegunLastWhateverTheFilesSay() throws Exception {
    assertThat(StudyRecord.find(new Workspace(folder), "a")).isEmpty();
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

  @Test
  void writesItsTablesInTheLanguage() throws IOException {
    study("a");
    assertThat(found("a").grid("ladder", french).orElseThrow().markdown())
        .contains("| candidat | coût | AUC | seuil (marge) |")
        .contains("| régression logistique | 0,5012 | 0,7701 | \u22122,4012 |");
    assertThat(found("a").grid("comparisons", french).orElseThrow().rows().get(0))
        .containsExactly(
            "régression logistique", "tout accepter", "\u22120,3061 [\u22120,3200\u00a0; +0,2900]");
    assertThat(found("a").grid("ladder", english).orElseThrow().rows().get(1))
        .contains("logistic regression", "0.5012");
  }

  @Test
  void aTableThatIsAbsentOrEmptyIsNotThere() throws IOException {
    study("a");
    assertThat(found("a").grid("fairness", french)).isEmpty();
    assertThat(found("a").grid("leakage", french)).isEmpty();
    Surroundings around = Surroundings.of(new Workspace(folder), "a");
    assertThat(around.fairness(french)).contains("pas encore été mesurées");
    assertThat(around.imbalance(french)).contains("Aucune étude ne compare");
    assertThat(around.study(french))
        .contains("régression logistique")
        .contains("« a »".replace(' ', '\u00a0'));
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
  void aWordWithoutTranslationStaysAsItIs() {
    assertThat(french.ofStudy("age 40-49")).isEqualTo("40 à 49 ans");
    assertThat(french.ofStudy("nothing known")).isEqualTo("nothing known");
  }
}
