package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.page.Templates;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.evaluation.SlowEvidence;
import io.clairscore.pipelines.paper.PdfPages;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainOptions;
import io.clairscore.pipelines.training.TrainStep;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents of a small model that the real code trained, against the files it left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest extends SparkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LABELLED = 1500;
  private static final int FEATURES = 5;
  private static final String RUN = "golden";
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir static Path folder;
  private Workspace workspace;
  private Path evidence;
  private Path documents;

  @BeforeEach
  void trainOnce() {
    if (workspace == null) {
      Workspace trained = new Workspace(folder.resolve("work"));
      SyntheticClients.save(
          SyntheticClients.named(SyntheticClients.table(session(), LABELLED, 0, FEATURES, 1)),
          trained.features());
      Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
      TrainStep.run(
          new Job(session(), trained, SyntheticClients.configuration(), RUN, silent),
          TrainOptions.DEFAULT);
      evidence = trained.runs().resolve(RUN).resolve("evidence");
      workspace = trained;
      documents = write(RUN);
    }
  }

  private Path write(String run) {
    return Documents.write(workspace, run, SyntheticClients.configuration().documents());
  }

  private String read(String name) throws IOException {
    return Files.readString(documents.resolve(name));
  }

  private JsonNode data(String page) throws IOException {
    Matcher found = DATA.matcher(read(page));
    assertThat(found.find()).isTrue();
    return JSON.readTree(found.group(1));
  }

  @Test
  void everyFigureOfTheNoteFollowsFromTheFilesOfTheRun() throws IOException {
    ExpectedFigures expected =
        new ExpectedFigures(workspace.models().resolve(RUN).resolve("bundle.json"), evidence);
    assertThat(ExpectedFigures.written(read("note-methodologique.md"))).isSubsetOf(expected.all());
  }

  @Test
  void tellsTheCostTheSlowWay() throws IOException {
    SlowEvidence slow = SlowEvidence.read(evidence.resolve("predictions.csv"));
    String note = read("note-methodologique.md");
    assertThat(note)
        .contains(
            "| Modèle servi (golden) | %s | %s | %s | %s |"
                .formatted(
                    ExpectedFigures.rate(slow.training().decided().cost()),
                    ExpectedFigures.rate(slow.holdOut().decided().cost()),
                    ExpectedFigures.rate(slow.training().auc()),
                    ExpectedFigures.rate(slow.holdOut().auc())));
    for (String row :
        List.of(
            "| Coût par client | %s | %s |"
                .formatted(
                    ExpectedFigures.rate(slow.training().decided().cost()),
                    ExpectedFigures.rate(slow.holdOut().decided().cost())),
            "| AUC | %s | %s |"
                .formatted(
                    ExpectedFigures.rate(slow.training().auc()),
                    ExpectedFigures.rate(slow.holdOut().auc())))) {
      assertThat(note).contains(row);
      assertThat(read("carte-du-modele.md")).contains(row);
    }
    assertThat(read("carte-du-modele.md"))
        .contains(
            "| Défauts acceptés | %s | %s |"
                .formatted(
                    ExpectedFigures.count(slow.training().decided().fn()),
                    ExpectedFigures.count(slow.holdOut().decided().fn())));
  }

  @Test
  void comparesThresholdsAsASlowSearchWould() throws IOException {
    SlowEvidence slow = SlowEvidence.read(evidence.resolve("predictions.csv"));
    SlowEvidence training = slow.training();
    SlowEvidence apart = slow.holdOut();
    TreeMap<String, Double> margins = new TreeMap<>();
    margins.put("Seuil servi, coût minimal", training.best(counts -> -counts.cost()));
    margins.put("F1 maximal", training.best(SlowEvidence.Counts::f1));
    margins.put("Exactitude maximale", training.best(SlowEvidence.Counts::accuracy));
    margins.put("Tout accepter", Double.POSITIVE_INFINITY);
    margins.put("Tout refuser", Double.NEGATIVE_INFINITY);
    String note = read("note-methodologique.md");
    margins.forEach(
        (rule, margin) ->
            assertThat(note)
                .containsPattern(
                    Pattern.quote("| " + rule + " | ")
                        + "[0-9,—]+"
                        + Pattern.quote(
                            " | %s | %s | %s | %s | %s |"
                                .formatted(
                                    ExpectedFigures.percent(training.at(margin).refused()),
                                    ExpectedFigures.rate(training.at(margin).cost()),
                                    ExpectedFigures.percent(apart.at(margin).refused()),
                                    ExpectedFigures.percent(apart.at(margin).recall()),
                                    ExpectedFigures.rate(apart.at(margin).cost())))));
  }

  @Test
  void thePageCountsEveryThresholdAndStartsAtTheServedOne() throws IOException {
    SlowEvidence slow = SlowEvidence.read(evidence.resolve("predictions.csv"));
    JsonNode served = data("comparison.html").at("/models/0");
    for (JsonNode place : served.get("places")) {
      SlowEvidence.Counts training = slow.training().at(place.get(0).asDouble());
      SlowEvidence.Counts apart = slow.holdOut().at(place.get(0).asDouble());
      assertThat(List.of(place.get(2).asLong(), place.get(3).asLong()))
          .containsExactly(training.tp(), training.fp());
      assertThat(List.of(place.get(4).asLong(), place.get(5).asLong()))
          .containsExactly(apart.tp(), apart.fp());
    }
    JsonNode start = served.get("places").get(served.get("start").asInt());
    double missed = served.at("/holdOut/bad").asDouble() - start.get(4).asDouble();
    double cost = (10 * missed + start.get(5).asDouble()) / slow.holdOut().clients().size();
    assertThat(cost).isCloseTo(slow.holdOut().decided().cost(), within(1e-12));
    assertThat(data("comparison.en.html").get("models"))
        .isEqualTo(data("comparison.html").get("models"));
  }

  @Test
  void thePageIsCompleteWithoutItsScript() throws IOException {
    SlowEvidence.Counts apart =
        SlowEvidence.read(evidence.resolve("predictions.csv")).holdOut().decided();
    String page = read("comparison.html");
    assertThat(page)
        .contains("<td data-value=\"fn\">" + ExpectedFigures.count(apart.fn()) + "</td>")
        .contains("<dd data-value=\"cost\">" + ExpectedFigures.rate(apart.cost()) + "</dd>")
        .containsPattern(
            "<th scope=\"row\">Seuil servi, coût minimal</th><td>[0-9,]+</td><td>"
                + Stream.of(apart.tp(), apart.fn(), apart.fp(), apart.tn())
                    .map(ExpectedFigures::count)
                    .reduce((a, b) -> a + "</td><td>" + b)
                    .orElseThrow());
  }

  private static boolean isText(Path file) {
    return file.toString().matches(".*\\.(md|html|svg)");
  }

  @Test
  void nothingIsAskedForFromOutside() throws IOException {
    try (Stream<Path> files = Files.walk(documents)) {
      for (Path file : files.filter(DocumentsTest::isText).toList()) {
        String text = Files.readString(file).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assertThat(text)
            .as(file.toString())
            .doesNotContain("://", "src=", "@import", "url(h", "url(\"", folder.toString());
      }
    }
  }

  @Test
  void speaksOfFeaturesByTheirLabels() throws IOException {
    assertThat(read("note-methodologique.md")).doesNotContain("{");
    assertThat(read("note-methodologique.md") + read("comparison.en.html"))
        .doesNotContain("EXT_SOURCE", "DAYS_BIRTH", "BURO_")
        .contains("Score externe 1", "External score 1");
    assertThat(read("figures/importance-features.svg")).doesNotContain("lit un attribut protégé");
    assertThat(read("note-methodologique.md"))
        .contains("peuvent toutes être données pour raison", "Le modèle ne lit ni le sexe")
        .doesNotContain("Modèle d’étude");
  }

  @Test
  void theSameFilesGiveTheSameDocuments() throws IOException {
    Map<String, String> before = hashes();
    write(RUN);
    assertThat(hashes())
        .isEqualTo(before)
        .containsKeys("note-methodologique.pdf", "carte-du-modele.html", "model-card.en.pdf");
  }

  private Map<String, String> hashes() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(documents)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(
            documents.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  @Test
  void theNoteHasTheSevenHeadingsOfTheBriefAndKeepsToTheirPages() throws IOException {
    assertThat(read("note-methodologique.md").lines().filter(line -> line.startsWith("#")).skip(1))
        .containsExactly(
            "## 1. Méthodologie d’entraînement du modèle",
            "## 2. Traitement du déséquilibre des classes",
            "## 3. Fonction coût métier, algorithme d’optimisation et métrique d’évaluation",
            "## 4. Tableau de synthèse des résultats",
            "## 5. Interprétabilité globale et locale du modèle",
            "## 6. Limites et améliorations possibles",
            "## 7. Analyse du data drift");
    byte[] small = Files.readAllBytes(documents.resolve("note-methodologique.pdf"));
    Path study = workspace.runs().resolve(RUN).resolve("study");
    Files.createDirectories(study);
    Files.writeString(study.resolve("study.json"), LongStudy.json());
    write(RUN);
    byte[] large = Files.readAllBytes(documents.resolve("note-methodologique.pdf"));
    assertThat(read("note-methodologique.md"))
        .contains("| régression logistique |", "| SMOTE |", "| femmes |");
    FolderSwap.remove(study);
    write(RUN);
    for (byte[] note : List.of(small, large)) {
      try (PdfPages pages = PdfPages.of(note)) {
        List<Integer> found = List.copyOf(pages.pagesOfSections().values());
        assertThat(found).hasSize(7);
        assertThat(found.get(0)).isLessThanOrEqualTo(2);
        assertThat(found.subList(1, 7)).containsOnly(1);
      }
    }
  }

  @Test
  void theCardHasTheSectionsOfItsKindInBothLanguages() throws IOException {
    assertThat(read("model-card.en.md").lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## Model details",
            "## Intended use",
            "## Factors",
            "## Metrics",
            "## Evaluation data",
            "## Training data",
            "## Quantitative analyses",
            "## Ethical considerations",
            "## Caveats and recommendations");
    assertThat(read("carte-du-modele.md").lines().filter(line -> line.startsWith("## ")))
        .hasSize(9);
    assertThat(read("model-card.en.md"))
        .contains("| owner | to be named", "| licence | to be defined")
        .containsPattern("\\*\\*Recourse\\.\\*\\* (A realistic change|The share of refused)")
        .contains("| only measured | 1 | Sex does not decide about a credit")
        .doesNotContain("Synthetic data");
  }

  @Test
  void saysFirstThatClientsAreGeneratedAndWhatRecourseTheyHave() throws IOException {
    Account account = Account.of(TrainedRun.read(workspace, RUN));
    Files.createDirectories(workspace.synthetic());
    Map<String, Object> view =
        new DocumentView(
                account,
                Surroundings.of(workspace, RUN),
                SyntheticClients.configuration().documents(),
                new DocumentTexts(Language.ENGLISH))
            .of(Map.of(), new Templates(Documents.class));
    Files.delete(workspace.synthetic());
    assertThat(view.get("warnings").toString()).contains("must not decide about anybody");
    assertThat(view.get("dataSentence").toString()).contains("are generated");
  }

  @Test
  void refusesWhatIsNotTheEvidenceOfTheModelAndKeepsEarlierDocuments() throws IOException {
    assertRefused("absent", Refusal.Kind.MODEL, "has no model to document");
    Path predictions = evidence.resolve("predictions.csv");
    List<String> lines = Files.readAllLines(predictions);
    Files.delete(predictions);
    assertRefused(RUN, Refusal.Kind.DATA, "evidence of the training is incomplete");
    Files.write(predictions, List.of(lines.get(0), lines.get(1), "1,2"));
    assertRefused(RUN, Refusal.Kind.DATA, "Line 3 is no row");
    Files.write(predictions, List.of("a,b"));
    assertRefused(RUN, Refusal.Kind.DATA, "There is no column SK_ID_CURR");
    Files.write(predictions, lines.subList(0, lines.size() - 1));
    assertRefused(RUN, Refusal.Kind.DATA, "is not that of model " + RUN);
    Files.write(predictions, lines);
    Path configuration = evidence.resolve("configuration.json");
    byte[] settings = Files.readAllBytes(configuration);
    Files.writeString(configuration, "{");
    assertRefused(RUN, Refusal.Kind.DATA, "Cannot read");
    Files.writeString(configuration, "{}");
    assertRefused(RUN, Refusal.Kind.DATA, "does not hold what training writes");
    Files.write(configuration, settings);
    assertThat(documents.resolve("note-methodologique.md")).exists();
  }

  private void assertRefused(String run, Refusal.Kind code, String message) {
    assertThatThrownBy(() -> write(run))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(code);
  }

  private String drift() {
    DocumentTexts french = new DocumentTexts(Language.FRENCH);
    DriftNote note = DriftNote.read(workspace);
    return note.section(RUN, french).text() + note.sentence(french);
  }

  @Test
  void saysWhetherThereIsADriftReportThatItCanRead() throws IOException {
    assertThat(drift()).contains("Aucun rapport de dérive");
    Path latest = workspace.driftReports().resolve("latest.json");
    Files.createDirectories(latest.getParent());
    for (String other : List.of("{", "{\"format\":1}")) {
      Files.writeString(latest, other);
      assertThat(drift()).contains("est illisible", "**Méthode.**");
    }
    Files.delete(latest);
  }
}
