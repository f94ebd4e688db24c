package io.clairscore.pipelines.study.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.grid.Grid;
import io.clairscore.pipelines.study.explanation.EffectBin;
import io.clairscore.pipelines.study.explanation.FeatureEffect;
import io.clairscore.pipelines.study.explanation.Importance;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.RuleOutcome;
import io.clairscore.pipelines.study.results.CandidateResult.Quality;
import io.clairscore.pipelines.study.results.ChosenModel.Finding;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.study.results.ChosenModel.Look;
import io.clairscore.pipelines.study.results.ChosenModel.Scale;
import io.clairscore.pipelines.study.results.ChosenModel.ThresholdResult;
import io.clairscore.pipelines.study.results.StudyResults.Contest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTablesTest {
  private static final Estimate NONE = new Estimate(0, -0.00001, 0.5);
  private static final Map<Metric, Double> METRICS =
      Map.of(Metric.COST_PER_CLIENT, 0.80735, Metric.AUC, 0.7);

  private static final Confusion DECIDED = new Confusion(3, 1, 12, 8);

  private static StudyResults results() {
    Quality measured = new Quality(METRICS, 0.01);
    SearchResult.Point point =
        new SearchResult.Point("grid-01", 0.5, 0.7, 12.34, Map.of("lambda", "1.0", "alpha", "0"));
    return new StudyResults(
        new Contest(
            List.of(
                new CandidateResult(
                    "xgboost", measured, measured, -1.5, Double.NaN, 1234.56, 0.1, List.of())),
            List.of(new Comparison("xgboost", "logistic", NONE, NONE, NONE))),
        new Contest(List.of(), List.of()),
        null,
        new SearchResult(List.of(new SearchResult.Best("grid", point, NONE)), List.of(point)),
        new ChosenModel(
            "xgboost",
            new BusinessConf(10, 1),
            List.of(new ThresholdResult("best f1", Scale.MARGIN, -2.4, DECIDED, NONE, 0.5, NONE)),
            List.of(),
            List.of(
                new Look(Finding.FEATURE, "EXT_SOURCE_3", 0.68, 0.75, true),
                new Look(Finding.TWINS, "", 12345.0, null, null),
                new Look(Finding.SHUFFLED, "", 0.49, 0.02, false)),
            List.of(new GroupResult("xgboost", "gender F", 12345, NONE, null, NONE, 0.1, 0.2, 0.3)),
            new ModelExplanation(
                List.of(new Importance("F0", "", 0.5, null)),
                List.of(
                    new RuleOutcome(
                        true, "refuser toujours", "refuse always", 9, 1, 0.9, 0.1, List.of())),
                0.9,
                List.of(
                    new FeatureEffect(
                        "F0",
                        "Zéro",
                        "Zero",
                        List.of(
                            new EffectBin(-0.5, 1234567.0, 8, 0.2, 0.2, 0, 0, 0, 0.1, 0.2, 0.3),
                            new EffectBin(null, null, 2, -0.3, null, 0, 0, 0, 0.1, 0.2, 0.3)))),
                List.of())));
  }

  private static Grid plain(String name) {
    return StudyTables.of(results(), Wording.PLAIN).get(name);
  }

  private static Grid french(String name) {
    return StudyTables.of(results(), Wording.in(Language.FRENCH)).get(name);
  }

  @Test
  void programsReadPointsAndNames() {
    assertThat(plain("thresholds").rows())
        .containsExactly(
            List.of(
                "best f1",
                "margin -2.4000",
                "0.9167",
                "0.4583",
                "0.3158",
                "0.7500",
                "0.6250",
                "+0.0000 [-0.0000, +0.5000]",
                "0.5000",
                "+0.0000 [-0.0000, +0.5000]"));
    assertThat(plain("leakage").rows())
        .containsExactly(
            List.of("feature alone, AUC: EXT_SOURCE_3", "0.6800", "at most 0.75", "yes"),
            List.of("clients with a twin in another part", "12345", "", ""),
            List.of("shuffled outcomes, AUC", "0.4900", "0.5 within 0.0200", "NO"));
    assertThat(plain("search").rows())
        .containsExactly(
            List.of(
                "grid", "grid-01", "0.5000", "+0.0000 [-0.0000, +0.5000]", "alpha=0 lambda=1.0"));
    assertThat(plain("ladder").rows().get(0)).startsWith("xgboost", "0.8074", "0.7000");
    assertThat(plain("ladder").rows().get(0)).endsWith("-1.5000", "", "", "1234.6", "0.1");
    assertThat(plain("risk-zones-fr").rows())
        .containsExactly(
            List.of("Zéro (F0)", "-0.5", "1234600", "relevé", "0.2000", "0.8000", "0.1000"),
            List.of("Zéro (F0)", "inconnu", "inconnu", "abaissé", "-0.3000", "0.2000", "0.1000"));
  }

  @Test
  void aReaderReadsTheSameDigitsInHisLanguage() {
    assertThat(french("thresholds").rows().get(0))
        .startsWith("F1 maximal", "marge \u22122,4000", "0,9167")
        .endsWith("0,0000 [0,0000\u00a0; +0,5000]");
    assertThat(french("leakage").rows())
        .containsExactly(
            List.of("variable seule, AUC\u00a0: EXT_SOURCE_3", "0,6800", "au plus 0,75", "oui"),
            List.of("clients ayant un jumeau dans une autre part", "12\u202f345", "", ""),
            List.of("issues mélangées, AUC", "0,4900", "0,5 à 0,0200 près", "NON"));
    assertThat(french("ladder").rows().get(0)).startsWith("XGBoost", "0,8074", "0,7000");
    assertThat(french("fairness").rows().get(0)).startsWith("XGBoost", "femmes", "12\u202f345");
    assertThat(french("risk-zones-fr").rows().get(0))
        .startsWith("Zéro (F0)", "\u22120,5", "1\u202f234\u202f600");
    assertThat(french("rules-fr").title()).isEqualTo("Règles qui imitent le modèle");
  }

  @Test
  void everyColumnThatDocumentsShowHasAFrenchHeading() {
    List<String> same = new ArrayList<>();
    for (String name :
        List.of(
            "ladder",
            "ladder-hold-out",
            "comparisons",
            "search",
            "thresholds",
            "leakage",
            "fairness")) {
      same.addAll(french(name).header());
      same.retainAll(plain(name).header());
      assertThat(same)
          .as(name)
          .isSubsetOf("AUC", "KS", "Gini", "Brier", "ECE", "F1", "point", "clients");
      same.clear();
    }
  }

  @Test
  void theNumbersComeBackFromTheFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve(StudyResults.FILE);
    Files.writeString(file, results().json());
    StudyResults read = StudyResults.read(file);
    assertThat(read.models().candidates().get(0).outOfFold().metrics()).isEqualTo(METRICS);
    assertThat(StudyTables.of(read, Wording.PLAIN))
        .isEqualTo(StudyTables.of(results(), Wording.PLAIN));
  }
}
