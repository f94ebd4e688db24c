package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BundleRefusalTest extends HarmedBundle {

  @Test
  void refusesAnotherCatalogue() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Bundle.load(folder, "badcafe"));

    assertThat(refusal.reason()).contains("c0ffee", "badcafe");
    assertThat(refusal.remedy()).contains("train again");
  }

  static Stream<Arguments> brokenManifests() {
    return Stream.of(
        manifest("a newer format", "format version is 3", m -> m.put("formatVersion", 3)),
        manifest("an older format", "format version is 1", m -> m.put("formatVersion", 1)),
        manifest("no format", "format version is absent", m -> m.remove("formatVersion")),
        manifest("another XGBoost", "It says 3.0.4", m -> m.put("xgboostVersion", "3.0.4")),
        manifest("a field gone", "bundle.json: ", m -> m.remove("points")),
        manifest("a null field", "bundle.json: ", m -> m.putNull("threshold")),
        manifest("an unknown field", "bundle.json: ", m -> m.put("surprise", 1)),
        manifest("a date that is none", "bundle.json: ", m -> m.put("created", "yesterday")),
        manifest("a feature less", "reads 8 features, the bundle lists 7", removeFeature()),
        manifest("no features", "no feature is listed", m -> m.putArray("features")),
        manifest("a feature twice", "a feature is listed twice", repeatFeature()),
        manifest("a level less", "six finite margins", m -> m.withArray("levels").remove(0)),
        manifest("a moved threshold", "anchored on -2.1, the threshold is -2.0", moveThreshold()),
        manifest("a probability off", "the threshold's probability is 0.5", probability()),
        manifest("no cost", "A threshold needs", m -> threshold(m).put("falseNegativeCost", 0)),
        manifest("a falling calibration", "Platt's slope", falling()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenManifests")
  void refusesAManifestWith(String what, String reason, Consumer<ObjectNode> harm)
      throws IOException {
    rewrite("bundle.json", harm);

    assertRefusal("", reason);
  }

  static Stream<Arguments> brokenGoldenRows() {
    return Stream.of(
        manifest("another margin", "The margin of golden row 3 is", g -> row(g).put("margin", 1.5)),
        manifest("another probability", "The probability of golden row 3", otherProbability()),
        manifest("an infinite margin", "golden.json: ", g -> row(g).put("margin", 1e300)),
        manifest("a value less", "Golden row 3 has 7 values", g -> features(g).remove(0)),
        manifest("another contribution", "The contribution 2 of golden row 3", contribution()),
        manifest("a contribution less", "Golden row 3 has 8", g -> contributions(g).remove(0)),
        manifest("no contributions", "golden.json: ", g -> row(g).remove("contributions")),
        manifest("no features", "golden.json: ", g -> row(g).remove("features")),
        manifest("null features", "golden.json: ", g -> row(g).putNull("features")),
        manifest("no rows", "golden.json holds no row", g -> g.withArray("rows").removeAll()),
        manifest("null rows", "golden.json: ", g -> g.putNull("rows")),
        manifest("an infinite value", "golden.json: ", g -> features(g).set(0, 1e300)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenGoldenRows")
  void refusesGoldenRowsWith(String what, String reason, Consumer<ObjectNode> harm)
      throws IOException {
    rewrite("golden.json", harm);

    assertRefusal("", reason);
  }

  static Stream<Arguments> brokenReferences() {
    return Stream.of(
        manifest("a feature less", "describes other features", r -> described(r).remove(0)),
        manifest("a level less", "each level is told once", r -> r.withArray("levels").remove(6)),
        manifest("nobody explained", "number of explained", r -> r.put("explainedClients", 0)),
        manifest("a share above one", "impossible figure", r -> feature(r).put("known", 1.5)),
        manifest("falling quartiles", "do not fall", r -> quartiles(r).put("low", 10)),
        manifest("no quartiles", "impossible figure", r -> feature(r).putNull("quartiles")),
        manifest("more defaults than clients", "cannot have", r -> level(r).put("defaults", 51)),
        manifest("no levels", "reference.json: ", r -> r.remove("levels")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenReferences")
  void refusesReferenceClientsWith(String what, String reason, Consumer<ObjectNode> harm)
      throws IOException {
    rewrite("reference.json", harm);

    assertRefusal("", reason);
  }

  @Test
  void refusesABundleOfAnOlderLayoutForItsLayoutAndNotForAFileItNeverHad() throws IOException {
    Files.delete(folder.resolve("reference.json"));
    rewrite("bundle.json", manifest -> manifest.put("formatVersion", 1));

    assertRefusal("another layout", "format version is 1, this version reads 2");
  }

  private static ArrayNode described(ObjectNode reference) {
    return reference.withArray("features");
  }

  private static ObjectNode feature(ObjectNode reference) {
    return (ObjectNode) described(reference).get(0);
  }

  private static ObjectNode quartiles(ObjectNode reference) {
    return (ObjectNode) feature(reference).path("quartiles");
  }

  private static ObjectNode level(ObjectNode reference) {
    return (ObjectNode) reference.withArray("levels").get(2);
  }

  @Test
  void refusesAModelOfWhichOneLeafMoved() throws IOException {
    rewrite(
        "model.json",
        model -> {
          ObjectNode tree = (ObjectNode) model.at("/learner/gradient_booster/model/trees/7");
          ArrayNode values = (ArrayNode) tree.path("split_conditions");
          for (int node = 0; node < values.size(); node++) {
            if (tree.path("left_children").path(node).asInt() == -1) {
              values.set(node, values.path(node).floatValue() * 1.001f);
            }
          }
        });

    assertRefusal("does not score as it was trained", "The margin of golden row 0");
  }

  @Test
  void refusesAModelThatWasTaughtOtherNamesOfFeatures() throws IOException {
    rewrite(
        "model.json",
        model -> {
          ArrayNode names = ((ObjectNode) model.path("learner")).putArray("feature_names");
          for (int i = 0; i < 8; i++) {
            names.add("FEATURE_" + (i == 6 ? 60 : i));
          }
        });

    assertRefusal("other features", "Feature 6 is FEATURE_60 in the model, FEATURE_6 in the");
  }

  @Test
  void refusesAModelWithNamesForOtherFeaturesThanItReads() throws IOException {
    rewrite(
        "model.json",
        model -> ((ObjectNode) model.path("learner")).putArray("feature_names").add("FEATURE_0"));

    assertRefusal("another kind", "feature_names is a list of 1");
  }

  @Test
  void refusesTextThatIsNoJson() throws IOException {
    for (String file : List.of("bundle.json", "golden.json", "model.json", "reference.json")) {
      byte[] before = Files.readAllBytes(folder.resolve(file));
      Files.writeString(folder.resolve(file), "{\"formatVersion\": 1");
      sign();
      assertRefusal("read", "");
      Files.write(folder.resolve(file), before);
    }
  }

  @Test
  void writesNothingThatItsReaderWouldRefuse() throws IOException {
    BundleParts parts = BundleParts.small();
    GoldenRow first = parts.golden().get(0);
    List<GoldenRow> wrong =
        List.of(new GoldenRow(first.features(), 0.5f, 0.6, first.contributions()));

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                new BundleParts(parts.manifest(), wrong, parts.reference(), parts.modelJson())
                    .writer());

    assertThat(refusal.reason()).contains("golden row 0", "instead of 0.5");
  }

  private static Arguments manifest(String what, String reason, Consumer<ObjectNode> harm) {
    return arguments(what, reason, harm);
  }

  private static ObjectNode threshold(ObjectNode manifest) {
    return (ObjectNode) manifest.path("threshold");
  }

  private static Consumer<ObjectNode> moveThreshold() {
    return manifest -> threshold(manifest).put("margin", -2.0);
  }

  private static Consumer<ObjectNode> probability() {
    return manifest -> threshold(manifest).put("probability", 0.5);
  }

  private static Consumer<ObjectNode> removeFeature() {
    return manifest -> manifest.withArray("features").remove(0);
  }

  private static Consumer<ObjectNode> repeatFeature() {
    return manifest -> ((ArrayNode) manifest.path("features")).set(1, "FEATURE_0");
  }

  private static Consumer<ObjectNode> falling() {
    return manifest -> ((ObjectNode) manifest.path("calibration")).put("slope", -1);
  }

  private static ObjectNode row(ObjectNode golden) {
    return (ObjectNode) golden.at("/rows/3");
  }

  private static ArrayNode features(ObjectNode golden) {
    return (ArrayNode) row(golden).path("features");
  }

  private static ArrayNode contributions(ObjectNode golden) {
    return (ArrayNode) row(golden).path("contributions");
  }

  /** Moved by little more than floats can differ. */
  private static Consumer<ObjectNode> contribution() {
    return golden -> {
      ArrayNode contributions = contributions(golden);
      contributions.set(2, contributions.get(2).doubleValue() + 2e-5);
    };
  }

  private static Consumer<ObjectNode> otherProbability() {
    return golden -> row(golden).put("probability", row(golden).path("probability").asDouble() / 2);
  }
}
