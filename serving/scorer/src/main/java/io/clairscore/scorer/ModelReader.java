package io.clairscore.scorer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads XGBoost's JSON model (schema of 3.2) into a {@link TreeEnsemble}, and refuses whatever that
 * ensemble could not score exactly as XGBoost does.
 */
final class ModelReader {
  /** The version whose margins are reproduced bit for bit; older ones store base_score apart. */
  static final String VERSION = "3.2";

  /** 500 trees of depth 6 take 3.4 MB: this is far beyond any model worth serving. */
  static final int MAX_BYTES = 256 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          // Read, so that the refusal can name the tree in which they stand.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ModelReader() {}

  static TreeEnsemble read(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw ModelErrors.tooLarge(json.length, MAX_BYTES);
    }
    XgboostModel model;
    try {
      model = MAPPER.readValue(json, XgboostModel.class);
    } catch (IOException e) {
      throw ModelErrors.unreadable(e);
    }
    checkVersion(present(model, "the document").version());
    XgboostModel.Learner learner = present(model.learner(), "learner");
    checkKind(learner);
    XgboostModel.Parameters parameters = learner.learnerModelParam();
    float base = baseMargin(present(parameters.baseScore(), "learner_model_param.base_score"));
    List<String> names = learner.featureNames() == null ? List.of() : learner.featureNames();
    if (!names.isEmpty() && names.size() != parameters.numFeature()) {
      throw ModelErrors.kind(
          "feature_names",
          "a list of " + names.size(),
          "empty or of " + parameters.numFeature() + " names");
    }
    return EnsembleLayout.of(
        parameters.numFeature(), names, base, trees(learner.gradientBooster()));
  }

  private static List<XgboostModel.Tree> trees(XgboostModel.Booster booster) {
    XgboostModel.Trees model = present(booster.model(), "gradient_booster.model");
    List<XgboostModel.Tree> trees = present(model.trees(), "gradient_booster.model.trees");
    int[] groups = present(model.treeInfo(), "gradient_booster.model.tree_info");
    XgboostModel.ForestParameters forest =
        present(model.gbtreeModelParam(), "gradient_booster.model.gbtree_model_param");
    int announced = present(forest.numTrees(), "gbtree_model_param.num_trees");
    if (trees.isEmpty() || trees.size() != announced || groups.length != announced) {
      throw ModelErrors.trees(trees.size(), groups.length, announced);
    }
    if (Arrays.stream(groups).anyMatch(group -> group != 0)) {
      throw ModelErrors.kind("tree_info", "of several outputs", "0 for every tree");
    }
    return trees;
  }

  private static void checkVersion(int[] version) {
    present(version, "version");
    String found = String.join(".", Arrays.stream(version).mapToObj(String::valueOf).toList());
    if (!(found + ".").startsWith(VERSION + ".")) {
      throw ModelErrors.version(found);
    }
  }

  private static void checkKind(XgboostModel.Learner learner) {
    String objective = present(learner.objective(), "learner.objective").name();
    require("objective", present(objective, "learner.objective.name"), "binary:logistic");
    String booster = present(learner.gradientBooster(), "learner.gradient_booster").name();
    require("booster", present(booster, "learner.gradient_booster.name"), "gbtree");
    XgboostModel.Parameters parameters =
        present(learner.learnerModelParam(), "learner.learner_model_param");
    require("num_class", present(parameters.numClass(), "learner_model_param.num_class"), 0);
    require("num_target", present(parameters.numTarget(), "learner_model_param.num_target"), 1);
    int features = present(parameters.numFeature(), "learner_model_param.num_feature");
    if (features < 1) {
      throw ModelErrors.kind("num_feature", String.valueOf(features), "at least 1");
    }
  }

  private static void require(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      throw ModelErrors.kind(what, found.toString(), expected.toString());
    }
  }

  /**
   * The margin of an empty ensemble: -ln(1/p - 1) in floats, p kept within [1e-6, 1 - 1e-6], as
   * XGBoost does. Its logarithm is the C library's {@code logf}, which is not correctly rounded:
   * for about 1 base score in 1,000 the result is one float step away from this one, so a bundle
   * lets its golden rows decide between neighbours ({@link GoldenRows#confirm}).
   */
  static float baseMargin(String baseScore) {
    float probability;
    try {
      probability = Float.parseFloat(baseScore.replaceFirst("^\\[(.*)\\]$", "$1"));
    } catch (NumberFormatException e) {
      throw ModelErrors.baseScore(baseScore);
    }
    if (!(probability > 0 && probability < 1)) {
      throw ModelErrors.baseScore(baseScore);
    }
    float kept = Math.min(Math.max(probability, 1e-6f), 1f - 1e-6f);
    return (float) -StrictMath.log(1f / kept - 1f);
  }

  private static <T> T present(T value, String field) {
    if (value == null) {
      throw ModelErrors.missing(field);
    }
    return value;
  }
}
