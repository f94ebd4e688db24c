package io.clairscore.scorer.advice;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.counterfactual.Counterfactuals;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.recourse.Recourse;

/** Explains decisions with one model. Immutable and thread-safe. */
public final class Advisor {
  private final DossierExplainer explainer;
  private final DossierExplainer accountant;
  private final Counterfactuals counterfactuals;

  /**
   * An advisor of a model.
   *
   * @param catalogue holds the features the model was trained on
   * @param limits how much is told
   */
  public Advisor(Bundle bundle, Catalogue catalogue, ReasonLimits limits) {
    explainer = DossierExplainer.of(bundle, catalogue, limits);
    accountant = explainer.with(ReasonLimits.EVERYTHING);
    counterfactuals = Counterfactuals.of(bundle, catalogue, Levers.standard());
  }

  /**
   * Explains one client.
   *
   * @throws Refusal with DATA if the dossier cannot be scored
   */
  public ClientExplanation explain(Dossier dossier) {
    Explanation explanation = explainer.explain(dossier);
    return new ClientExplanation(
        explanation, Recourse.of(dossier, explanation, counterfactuals.of(dossier)));
  }

  /**
   * Explains one client, without what would change the decision: that takes most of the time.
   *
   * @throws Refusal with DATA if the dossier cannot be scored
   */
  public Explanation explanation(Dossier dossier) {
    return explainer.explain(dossier);
  }

  /**
   * Explains one client to the last point: every factor is a reason. For comparing one application
   * with another; nobody would listen to all of it.
   *
   * @throws Refusal with DATA if the dossier cannot be scored
   */
  public Explanation account(Dossier dossier) {
    return accountant.explain(dossier);
  }
}
