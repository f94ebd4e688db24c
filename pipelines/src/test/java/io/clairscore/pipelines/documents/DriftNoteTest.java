package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberAccumulator;
import io.clairscore.drift.profile.NumberProfile;
import io.clairscore.drift.profile.PopulationAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.ModelImpact;
import io.clairscore.drift.verdict.Provenance;
import io.clairscore.drift.verdict.Source;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the note says of a report that the drift module wrote. */
class DriftNoteTest {
  private static final int ROWS = 2000;
  private static final String COLUMN = "AMT_CREDIT";

  @TempDir private Path folder;

  private static PopulationProfile clients(double shift) {
    PopulationAccumulator rows =
        new PopulationAccumulator(
            List.of(new ColumnSpec(COLUMN, ColumnType.REAL)), ProfileLimits.STANDARD);
    for (int row = 0; row < ROWS; row++) {
      rows.number(0, 1000 * (1 + (double) row / ROWS + shift));
      rows.endRow();
    }
    return rows.profile();
  }

  private static NumberProfile scores(double shift) {
    NumberAccumulator scores =
        new NumberAccumulator(new ColumnSpec("score", ColumnType.REAL), ProfileLimits.STANDARD);
    for (int row = 0; row < ROWS; row++) {
      scores.add(550 + row % 100 + shift);
    }
    return scores.profile();
  }

  private Section section(double shift, double refusals, String model) throws IOException {
    Provenance from =
        new Provenance(
            new Source("application_train", "0", "", ""),
            new Source("application_test", "0", "", ""),
            model,
            "",
            "1",
            "",
            "drift",
            42,
            "2026-11-27T12:00:00Z");
    double points = -10 * shift;
    ModelImpact impact =
        new ModelImpact(
            scores(0),
            scores(points),
            599.5,
            599.5 + points,
            Map.of(COLUMN, points),
            0.25,
            refusals);
    DriftReport report =
        DriftReport.of(
            clients(0),
            clients(shift),
            DriftOptions.STANDARD.withImportances(Map.of(COLUMN, 1.0)).with(impact).with(from));
    Workspace workspace = new Workspace(folder);
    new ReportFolder(workspace.driftReports())
        .write(LocalDate.of(2026, 11, 27), report, 0, List.of(Language.FRENCH));
    return DriftNote.read(workspace).section("r1", new DocumentTexts(Language.FRENCH));
  }

  @Test
  void tellsBothVerdictsTheColumnsTheirPsiAndWhatFollows() throws IOException {
    Section note = section(0.5, 0.40, "r1");
    assertThat(note.text())
        .contains("Rapport du 2026-11-27", "2\u202f000 lignes de référence (application_train)")
        .contains("**Données.** ", "**Décisions.** Taux de refus", "25,0\u00a0%", "40,0\u00a0%")
        .contains("Un PSI d’au moins 0,1 est une dérive modérée, d’au moins 0,25")
        .contains("**Conclusion.** Alarme", "À faire")
        .doesNotContain("Ce rapport interroge");
    Grid columns = note.tables().get(1);
    assertThat(columns.header()).contains("PSI", "ce qui s’est passé");
    assertThat(columns.rows()).hasSize(1);
    assertThat(columns.rows().get(0).get(1)).contains("1\u202f500", "2\u202f000");
    assertThat(columns.rows().get(0).get(3)).matches("[0-9],[0-9]{4}");
  }

  @Test
  void dataThatDoNotChangeHaveNoColumnsToTell() throws IOException {
    Section note = section(0, 0.25, "another");
    assertThat(note.text())
        .contains("Ni les données ni les décisions n’ont changé")
        .contains("Ce rapport interroge le modèle «\u00a0another\u00a0»");
    assertThat(note.tables()).hasSize(1);
  }
}
