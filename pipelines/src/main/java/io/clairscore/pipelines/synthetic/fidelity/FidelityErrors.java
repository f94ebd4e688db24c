package io.clairscore.pipelines.synthetic.fidelity;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Path;

/** Every reason for which a comparison with the published statistics stops a run. */
final class FidelityErrors {

  private FidelityErrors() {}

  static Refusal notGenerated(Path folder, String missing) {
    return Refusal.data(
        "The folder " + folder + " does not hold the eight tables.",
        missing + " is not there.",
        "Generate the data first: clairscore generate.");
  }

  static Refusal unfaithful(long failures, Path report) {
    return Refusal.failed(
        "The generated data are not faithful to the published statistics.",
        failures + " comparisons lie beyond their tolerance; the report names them: " + report,
        "Correct the generator or its statistics; the decision on synthetic data says how they are"
            + " fitted.");
  }
}
