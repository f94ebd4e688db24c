package io.clairscore.pipelines.modelpages;

import io.clairscore.features.refusal.Refusal;

/** Every reason for which a page about a model has less to tell. */
final class ModelPageErrors {

  private ModelPageErrors() {}

  static Refusal otherModel(String run) {
    return Refusal.model(
        "The model of run " + run + " in the folder of models is not the one to publish.",
        "Their manifests differ.",
        "Publish the model of the workspace, or bring the run of this one into it.");
  }
}
