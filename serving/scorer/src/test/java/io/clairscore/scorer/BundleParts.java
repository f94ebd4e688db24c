package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.use.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of a small bundle around a golden model. */
record BundleParts(
    Manifest manifest, List<GoldenRow> golden, Reference reference, byte[] modelJson) {
  static final String CATALOGUE = "c0ffee";
  static final byte[] UBJ = {'{', 'L', 1, 2, 3};
  static final Calibration CALIBRATION = new Platt(0.9, -0.05);

  static BundleParts small() throws IOException {
    GoldenModel model = GoldenModel.of("small");
    List<GoldenRow> golden =
        model.vectors().stream()
            .filter(vector -> vector.contributions().length > 0)
            .map(vector -> vector.golden(CALIBRATION))
            .toList();
    return new BundleParts(manifest(CALIBRATION), golden, reference(8), model.json());
  }

  static Manifest manifest(Calibration calibration) {
    double margin = -2.1;
    ObjectNode metrics = JsonNodeFactory.instance.objectNode().put("auc", 0.76);
    return new Manifest(
        Manifest.FORMAT_VERSION,
        "2026-11-21T08:00:00Z",
        "3.2.0",
        CATALOGUE,
        Profile.FULL,
        IntStream.range(0, 8).mapToObj(i -> "FEATURE_" + i).toList(),
        new Manifest.Training("run-1", "8edd22c", 42),
        calibration,
        new Threshold(margin, calibration.probability(margin), 10, 1, 0.1),
        Levels.around(margin, Math.log(2)),
        Points.DEFAULT,
        metrics,
        Map.of("features", 3L, "training", 1L));
  }

  /** Reference clients of FEATURE_0 and so on; nobody has a value of the last. */
  static Reference reference(int features) {
    return new Reference(
        100,
        80,
        10,
        IntStream.range(0, features)
            .mapToObj(
                i ->
                    i == features - 1
                        ? new FeatureReference("FEATURE_" + i, 0, null, null, 0, 0, 0)
                        : new FeatureReference(
                            "FEATURE_" + i, 0.9, new Quartiles(-1, i, 9), 0.5, 0.1, -0.1, 0.2))
            .toList(),
        Arrays.stream(Level.values()).map(level -> new LevelOutcome(level, 50, 5)).toList());
  }

  BundleWriter writer() throws IOException {
    return new BundleWriter(manifest, golden, reference, modelJson, UBJ);
  }

  Bundle write(Path folder) throws IOException {
    return writer().write(folder);
  }
}
