package io.clairscore.scorer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A model of XGBoost 3.2.0 with vectors it scored itself; made by golden/make_golden.py. */
record GoldenModel(byte[] json, List<Vector> vectors) {
  static final List<String> NAMES = List.of("small", "pruned", "deep");

  private static final float[] EXTREMES = {
    Float.NaN,
    0f,
    -0f,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE
  };

  /** A vector, its margin, and its contributions (bias last), empty if a feature is infinite. */
  record Vector(float[] features, float margin, double[] contributions) {
    GoldenRow golden(Calibration calibration) {
      float[] floats = new float[contributions.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) contributions[i];
      }
      return GoldenRow.of(features, margin, floats, calibration);
    }
  }

  static GoldenModel of(String name) throws IOException {
    byte[] json = resource(name + ".json");
    int columns = TreeEnsemble.read(json).featureCount();
    List<Vector> vectors = lines(name + ".tsv").stream().map(l -> vector(l, columns)).toList();
    return new GoldenModel(json, vectors);
  }

  static List<String> lines(String file) throws IOException {
    return new String(resource(file), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] resource(String file) throws IOException {
    try (InputStream in = GoldenModel.class.getResourceAsStream("/golden/" + file)) {
      return in.readAllBytes();
    }
  }

  private static Vector vector(String line, int columns) {
    String[] cells = line.split("\t");
    float[] features = new float[columns];
    for (int i = 0; i < columns; i++) {
      features[i] = Float.parseFloat(cells[i]);
    }
    double[] contributions =
        Arrays.stream(cells).skip(columns + 1).mapToDouble(Double::parseDouble).toArray();
    return new Vector(features, Float.parseFloat(cells[columns]), contributions);
  }

  TreeEnsemble trees() {
    return TreeEnsemble.read(json);
  }

  /** The document, to be broken by a test. */
  ObjectNode document() {
    try {
      return (ObjectNode) Bundle.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A vector of usual, missing and extreme values. */
  static float[] randomVector(RandomGenerator random, int columns) {
    float[] features = new float[columns];
    for (int i = 0; i < columns; i++) {
      features[i] =
          random.nextInt(4) == 0
              ? EXTREMES[random.nextInt(EXTREMES.length)]
              : (float) random.nextGaussian();
    }
    return features;
  }
}
