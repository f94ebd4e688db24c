package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.evaluation.SlowEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents of a small model that the real code trained, against the files it left. */
class DocumentsTest extends DocumentedRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

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
