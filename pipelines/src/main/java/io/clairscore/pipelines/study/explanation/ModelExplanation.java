package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.study.learner.ClientMatrix;
import io.clairscore.scorer.Contributions;
import io.clairscore.scorer.TreeEnsemble;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A model explained as a whole.
 *
 * @param importances every feature, the most important first
 * @param rules rules that imitate the model, those about most clients first
 * @param fidelity share of the clients kept apart about whom the rules decide as the model does
 * @param effects how the score follows the strongest features
 * @param swarms contributions of the strongest features
 */
public record ModelExplanation(
    List<Importance> importances,
    List<RuleOutcome> rules,
    double fidelity,
    List<FeatureEffect> effects,
    List<Swarm> swarms) {
  private static final int SHOWN = 300;
  private static final int PERMUTED = 40;
  private static final int ASKED = 30;
  private static final int DEPTH = 4;
  private static final double LEAST_SHARE = 0.01;

  /**
   * The clients by whom a model is explained.
   *
   * @param training clients it was fitted on
   * @param decided what models that did not see them decided about these
   * @param explained some of them, whose contributions are computed
   * @param apart clients it was not fitted on
   */
  public record Clients(
      ClientMatrix training, boolean[] decided, ClientMatrix explained, ClientMatrix apart) {}

  /**
   * Explains a model.
   *
   * @param threshold margin from which on it refuses
   * @param shown how many of the strongest features have their effects shown
   */
  public static ModelExplanation of(
      SparkSession spark,
      TreeEnsemble trees,
      List<String> names,
      double threshold,
      Clients clients,
      int shown) {
    double[][] contributions = contributions(trees, clients.explained());
    List<Importance> importances =
        new GlobalImportance(trees, names, PERMUTED, 1).of(contributions, clients.apart());
    int[] strongest =
        importances.stream().mapToInt(importance -> names.indexOf(importance.feature())).toArray();
    int[] asked = Arrays.stream(strongest).limit(ASKED).toArray();
    List<Rule> rules =
        new SurrogateTree(asked, DEPTH, LEAST_SHARE)
            .rules(spark, clients.training(), refused(trees, clients.training(), threshold));
    RuleWords french = new RuleWords(names, Language.FRENCH);
    RuleWords english = new RuleWords(names, Language.ENGLISH);
    boolean[] refused = refused(trees, clients.apart(), threshold);
    List<RuleOutcome> outcomes =
        rules.stream()
            .map(
                rule ->
                    RuleOutcome.of(
                        rule,
                        names,
                        new Text(french.of(rule), english.of(rule)),
                        clients.apart(),
                        refused))
            .filter(outcome -> outcome.clients() > 0)
            .sorted(Comparator.comparingLong(RuleOutcome::clients).reversed())
            .toList();
    double fidelity = outcomes.stream().mapToDouble(of -> of.coverage() * of.fidelity()).sum();
    FeatureEffects effects =
        new FeatureEffects(
            trees,
            names,
            clients.explained(),
            contributions,
            clients.training(),
            clients.decided());
    return new ModelExplanation(
        importances,
        outcomes,
        fidelity,
        Arrays.stream(strongest).limit(shown).mapToObj(effects::of).toList(),
        Arrays.stream(strongest)
            .limit(shown)
            .mapToObj(
                feature ->
                    Swarm.of(
                        names.get(feature), feature, clients.explained(), contributions, SHOWN))
            .toList());
  }

  private static double[][] contributions(TreeEnsemble trees, ClientMatrix clients) {
    Contributions contributions = Contributions.of(trees);
    return Arrays.stream(clients.rows())
        .parallel()
        .map(contributions::explain)
        .toArray(double[][]::new);
  }

  private static boolean[] refused(TreeEnsemble trees, ClientMatrix clients, double threshold) {
    boolean[] refused = new boolean[clients.size()];
    for (int i = 0; i < refused.length; i++) {
      refused[i] = trees.margin(clients.rows()[i]) >= threshold;
    }
    return refused;
  }
}
