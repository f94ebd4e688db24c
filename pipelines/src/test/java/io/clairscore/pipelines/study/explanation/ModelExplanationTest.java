package io.clairscore.pipelines.study.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.TrainingConf;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.pipelines.training.BoostedPredictor;
import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.XgboostLearner;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelExplanationTest extends SparkTest {
  private static final List<String> NAMES = List.of("F0", "F1", "F2", "F3");

  private ClientMatrix clients;
  private TreeEnsemble trees;
  private double threshold;

  @BeforeEach
  void fit() {
    Dataset<Row> rows =
        SyntheticClients.vectors(
                SyntheticClients.table(session(), 1500, 0, NAMES.size(), 1), NAMES.size())
            .cache();
    TrainingConf conf = SyntheticClients.configuration().training();
    XgboostLearner learner = new XgboostLearner(conf, conf.xgboost().first());
    trees = TreeEnsemble.read(((BoostedPredictor) learner.fit(rows).predictor()).json());
    clients = ClientMatrix.collect(rows, 5000);
    double[] margins = Arrays.stream(clients.rows()).mapToDouble(trees::margin).sorted().toArray();
    threshold = margins[margins.length * 7 / 10];
  }

  private boolean[] refused() {
    boolean[] refused = new boolean[clients.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = trees.margin(clients.rows()[i]) >= threshold;
    }
    return refused;
  }

  @Test
  void writesRulesOfWhichExactlyOneHoldsForEveryClient() {
    boolean[] refused = refused();
    List<Rule> rules =
        new SurrogateTree(new int[] {0, 1, 2}, 3, 0.02).rules(session(), clients, refused);
    assertThat(rules).hasSizeBetween(3, 8);
    int alike = 0;
    int missing = 0;
    for (int i = 0; i < clients.size(); i++) {
      float[] client = clients.rows()[i];
      List<Rule> held = rules.stream().filter(rule -> rule.holds(client)).toList();
      assertThat(held).as(Arrays.toString(client)).hasSize(1);
      alike += held.get(0).refuses() == refused[i] ? 1 : 0;
      missing += Float.isNaN(client[0]) ? 1 : 0;
    }
    assertThat(missing).isPositive();
    assertThat((double) alike / clients.size()).isGreaterThan(0.8);
    // A rule decides as most of its clients are decided about.
    for (Rule rule : rules) {
      RuleOutcome outcome = RuleOutcome.of(rule, NAMES, new Text("fr", "en"), clients, refused);
      assertThat(outcome.fidelity()).isGreaterThanOrEqualTo(0.5);
      assertThat(outcome.clients()).isGreaterThanOrEqualTo(30);
    }
  }

  @Test
  void countsCoverageAndFidelityOfTheRulesTogether() {
    ModelExplanation explanation =
        ModelExplanation.of(
            session(),
            trees,
            NAMES,
            threshold,
            new ModelExplanation.Clients(clients, refused(), clients, clients),
            2);
    assertThat(explanation.effects()).hasSize(2);
    assertThat(explanation.rules().stream().mapToDouble(RuleOutcome::coverage).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(explanation.fidelity()).isBetween(0.8, 1.0);
    assertThat(explanation.rules().get(0).english()).matches("(refuse|grant) if F.*");
    assertThat(explanation.rules().get(0).french()).matches("(refuser|accorder) si F.*");
  }

  @Test
  void averagesContributionsAndFindsWhatIsLostWithoutAFeature() {
    Contributions contributions = Contributions.of(trees);
    double[][] each =
        Arrays.stream(clients.rows()).map(contributions::explain).toArray(double[][]::new);
    List<Importance> importances = new GlobalImportance(trees, NAMES, 4, 5).of(each, clients);
    for (Importance importance : importances) {
      int feature = NAMES.indexOf(importance.feature());
      double mean =
          Arrays.stream(clients.rows())
              .mapToDouble(row -> Math.abs(contributions.explain(row)[feature]))
              .average()
              .orElseThrow();
      assertThat(importance.meanAbsoluteContribution()).isCloseTo(mean, within(1e-9));
    }
    // The outcome depends on the first three features only.
    assertThat(importances.get(3).feature()).isEqualTo("F3");
    double ofNoise = importances.get(3).aucLoss() == null ? 0 : importances.get(3).aucLoss();
    assertThat(ofNoise).isCloseTo(0, within(0.02));
    assertThat(importances.get(0).aucLoss()).isGreaterThan(0.05);
  }

  @Test
  void saysARuleInBothLanguages() {
    Rule rule =
        new Rule(
            List.of(
                Condition.any(0).bounded(true, 0.25, 0.5),
                Condition.any(1).bounded(false, -1234.5, 0),
                Condition.any(2).missing(true),
                Condition.any(3).bounded(false, 1, 1.5).bounded(true, 2, 1.5)),
            true);
    List<String> names = List.of("EXT_SOURCE_2", "F1", "F2", "F3");
    assertThat(new RuleWords(names, Language.ENGLISH).of(rule))
        .startsWith("refuse if ")
        .contains("(EXT_SOURCE_2) ≤ 0.25 and F1 > \u22121,235 or unknown and F2 unknown and ")
        .endsWith("F3 above 1 and up to 2 or unknown");
    assertThat(new RuleWords(names, Language.FRENCH).of(rule))
        .startsWith("refuser si ")
        .contains("(EXT_SOURCE_2) ≤ 0,25 et F1 > \u22121\u202f235 ou inconnu")
        .contains(" ou inconnu et F2 inconnu et ")
        .endsWith("F3 supérieur à 1 et jusqu’à 2 ou inconnu");
  }
}
