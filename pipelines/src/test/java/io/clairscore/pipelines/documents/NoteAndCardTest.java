package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.page.Templates;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.paper.PdfPages;
import io.clairscore.pipelines.training.SyntheticClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Note and card have the sections of their kind, and keep to their pages. */
class NoteAndCardTest extends DocumentedRun {
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
}
