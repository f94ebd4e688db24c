package io.clairscore.pipelines.modelpages;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.documents.LongStudy;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.study.StudyArchive;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.pages.CandidatesPage;
import io.clairscore.scorer.pages.ClassificationReport;
import io.clairscore.scorer.pages.LadderPage;
import io.clairscore.scorer.pages.PagePart;
import io.clairscore.scorer.pages.PageWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the layout that {@code clairscore study} leaves. */
class StudyPagesTest {
  @TempDir private Path folder;
  private Workspace workspace;
  private FoundStudy study;

  @BeforeEach
  void writeStudy() throws IOException {
    workspace = new Workspace(folder);
    Path written = workspace.runs().resolve("studied").resolve("study");
    Files.createDirectories(written);
    Files.writeString(written.resolve("study.json"), LongStudy.json());
    study = FoundStudy.find(workspace, "studied").orElseThrow();
  }

  private LadderPage ladder(Optional<FoundStudy> of) {
    return new ServedLadder(
            new DescribedModel(
                RandomModels.bundle(Catalogue.core().names(), 1, 0.1, 5),
                Optional.empty(),
                Optional.empty(),
                of,
                false,
                false))
        .page();
  }

  @Test
  void theLadderIsThatOfTheStudyWithEveryDifference() {
    LadderPage page = ladder(Optional.of(study));
    assertThat(page.ofStudy()).isTrue();
    assertThat(page.study().en()).contains("\"studied\" is not one of the training");
    assertThat(page.rungs()).hasSize(14).allMatch(of -> of.kind() == LadderPage.Kind.CANDIDATE);
    LadderPage.Rung logistic = page.rungs().get(3);
    assertThat(logistic.label())
        .isEqualTo(new PageWords("régression logistique", "logistic regression"));
    assertThat(logistic.outOfFold().auc()).isEqualTo(0.5123);
    assertThat(logistic.holdOut().calibrationError()).isEqualTo(0.0034);
    assertThat(logistic.against()).hasSize(1);
    assertThat(logistic.against().get(0).to()).isEqualTo("accept-all");
    assertThat(logistic.against().get(0).cost().low()).isEqualTo(-0.0234);
    assertThat(page.rungs().get(0).against()).isEmpty();
  }

  @Test
  void withoutAStudyTheLadderSaysSo() {
    LadderPage page = ladder(Optional.empty());
    assertThat(page.ofStudy()).isFalse();
    assertThat(page.study().en()).startsWith("No comparative study");
    assertThat(page.rungs()).isEmpty();
  }

  @Test
  void candidatesAreThereWithoutTheJournalThatHoldsTheirSettings() {
    CandidatesPage page =
        new StudyCandidates(
                study, StudyArchive.of(workspace, "studied"), "served", new BusinessConf(10, 1))
            .page();
    assertThat(page.ofModel()).isFalse();
    assertThat(page.chosen()).isEqualTo("xgboost-tuned");
    assertThat(page.candidates()).hasSize(18);
    assertThat(page.candidates().get(17).family()).isEqualTo(CandidatesPage.Family.TREATMENT);
    for (CandidatesPage.Candidate candidate : page.candidates()) {
      assertThat(candidate.settings()).isEmpty();
      assertThat(candidate.threshold()).isEqualTo(-2.1);
      assertThat(candidate.reports())
          .extracting(ClassificationReport::part)
          .containsExactly(PagePart.OUT_OF_FOLD, PagePart.HOLD_OUT);
      // The long study counts one client of each kind.
      ClassificationReport report = candidate.reports().get(0);
      assertThat(report.clients()).isEqualTo(4);
      assertThat(report.cost()).isEqualTo(11.0 / 4);
      assertThat(report.outcomes()).allMatch(of -> of.support() == 2 && of.figures().f1() == 0.5);
    }
  }
}
