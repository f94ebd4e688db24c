package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Bundle;

/** Explains dossiers: looks at them, computes their features and explains these. Thread-safe. */
public final class DossierExplainer {
  private final FeatureEngine engine;
  private final Explainer explainer;

  private DossierExplainer(FeatureEngine engine, Explainer explainer) {
    this.engine = engine;
    this.explainer = explainer;
  }

  /**
   * An explainer for a bundle.
   *
   * @param catalogue holds the features of the bundle; only these are computed
   * @throws IllegalArgumentException if it lacks one, or has them in another order
   */
  public static DossierExplainer of(Bundle bundle, Catalogue catalogue, ReasonLimits limits) {
    return new DossierExplainer(
        new FeatureEngine(bundle.manifest().featuresOf(catalogue)),
        Explainer.of(bundle, catalogue, limits));
  }

  /** The same explainer, which tells more or less. */
  public DossierExplainer with(ReasonLimits limits) {
    return new DossierExplainer(engine, explainer.with(limits));
  }

  /**
   * Explains one client.
   *
   * @throws Refusal if the dossier cannot be scored
   */
  public Explanation explain(Dossier dossier) {
    Remarks remarks = Intake.of(dossier);
    return explainer.explain(engine.compute(dossier), remarks);
  }
}
