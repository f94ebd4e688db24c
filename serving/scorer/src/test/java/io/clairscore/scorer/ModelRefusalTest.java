package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRefusalTest {

  static Stream<Arguments> brokenDocuments() {
    return Stream.of(
        broken("another objective", "objective is reg:squarederror", objective("reg:squarederror")),
        broken("another booster", "booster is dart", m -> at(m, BOOSTER).put("name", "dart")),
        broken("several classes", "num_class is 3", m -> at(m, PARAM).put("num_class", "3")),
        broken("several targets", "num_target is 2", m -> at(m, PARAM).put("num_target", "2")),
        broken("no features", "num_feature is 0", m -> at(m, PARAM).put("num_feature", "0")),
        broken("an older version", "version 3.0.4", version(3, 0, 4)),
        broken("a newer version", "version 3.20.0", version(3, 20, 0)),
        broken("no version", "field version is missing", m -> m.remove("version")),
        broken("no learner", "field learner is missing", m -> m.remove("learner")),
        broken("no objective", "learner.objective is", m -> at(m, "/learner").remove("objective")),
        broken("no base score", "base_score is missing", m -> at(m, PARAM).remove("base_score")),
        broken("no trees", "trees is missing", m -> at(m, MODEL).remove("trees")),
        broken(
            "an empty forest",
            "announces 20 trees, holds 0",
            m -> at(m, MODEL).withArray("trees").removeAll()),
        broken("a tree cut off", "holds 19", m -> at(m, MODEL).withArray("trees").remove(19)),
        broken("a description less", "describes 19", dropTreeInfo()),
        broken("no number of trees", "num_trees is missing", dropTreeCount()),
        broken("a tree of another output", "tree_info", m -> set(m, MODEL, "tree_info", 2, 1)),
        broken("base score 0", "base_score is \"[0E0]\"", base("[0E0]")),
        broken("base score 1", "base_score is \"[1E0]\"", base("[1E0]")),
        broken("base score NaN", "base_score is \"[NaN]\"", base("[NaN]")),
        broken("two base scores", "base_score is \"[1E-1,2E-1]\"", base("[1E-1,2E-1]")),
        broken("a category split", "Tree 3 holds", m -> set(m, TREE, "split_type", 0, 1)),
        broken("category lists", "Tree 3 holds", m -> at(m, TREE).withArray("categories").add(1)),
        broken("no thresholds", "split_conditions of tree 3", remove("split_conditions")),
        broken("no children", "left_children of tree 3", remove("left_children")),
        broken("no covers", "sum_hessian of tree 3", remove("sum_hessian")),
        broken("no parameters of a tree", "tree_param of tree 3", remove("tree_param")),
        broken("a short array", "default_left has", shorten("default_left")),
        broken("a NaN threshold", "leaf value NaN", threshold(Float.NaN)),
        broken("an infinite threshold", "value Infinity", threshold(Float.POSITIVE_INFINITY)),
        broken("a NaN cover", "sum_hessian NaN", cover(Double.NaN)),
        broken("a negative cover", "sum_hessian -1.0", cover(-1)),
        broken("no cover of a split", "sum_hessian 0.0", cover(0)),
        broken("a cycle", "is reached twice", child("left_children", 1, 1)),
        broken("a child of two nodes", "child of two nodes", child("right_children", 0, 1)),
        broken("the root as a child", "node 1 has the child 0", child("left_children", 1, 0)),
        broken("one child", "node 1 has the child -1", child("left_children", 1, -1)),
        broken("a child beyond", "has the child 99999", child("left_children", 0, 99999)),
        broken("a negative child", "has the child -7", child("right_children", 0, -7)),
        broken("a lost branch", "nodes are reached", ModelRefusalTest::cutRoot),
        broken("a feature beyond", "splits on feature 8 of 8", child("split_indices", 0, 8)),
        broken("a negative feature", "splits on feature -1", child("split_indices", 0, -1)),
        broken("a default direction", "default_left 2", child("default_left", 0, 2)),
        broken("vector leaves", "size_leaf_vector is 4", treeParam("size_leaf_vector", 4)),
        broken("other features", "num_feature is 9", treeParam("num_feature", 9)),
        broken("no nodes", "num_nodes is 0", treeParam("num_nodes", 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenDocuments")
  void refusesAModelWith(String what, String reason, Consumer<ObjectNode> harm) throws IOException {
    ObjectNode document = GoldenModel.of("small").document();
    harm.accept(document);

    Refusal refusal = refusalOf(document.toString().replaceAll("\"(NaN|Infinity)\"", "$1"));

    assertThat(refusal.reason()).contains(reason);
    assertThat(refusal.problem()).isNotBlank();
    assertThat(refusal.remedy()).isNotBlank();
    assertThat(refusal)
        .hasMessageContainingAll(refusal.problem(), "Cause: ", "Remedy: " + refusal.remedy());
  }

  @Test
  void refusesAModelCutAnywhere() throws IOException {
    byte[] json = GoldenModel.of("small").json();

    for (int length = 0; length < json.length - 1; length += 997) {
      assertThat(refusalOf(Arrays.copyOf(json, length)).problem()).contains("not readable");
    }
  }

  @Test
  void refusesGarbage() {
    for (String garbage :
        new String[] {"", "null", "[]", "{}", "{\"version\":", "\0\1\2", "{} {}"}) {
      assertThat(refusalOf(garbage).reason()).as(garbage).isNotBlank();
    }
  }

  @Test
  void refusesAFieldGivenTwice() throws IOException {
    String json = new String(GoldenModel.of("small").json(), StandardCharsets.UTF_8);

    assertThat(refusalOf("{\"version\":[3,2,0]," + json.substring(1)).reason())
        .contains("Duplicate field 'version'");
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThat(refusalOf("{\"learner\":" + "[".repeat(100_000)).problem()).contains("not readable");
  }

  @Test
  void refusesATreeDeeperThanTheTablesOfAnExplanation() throws IOException {
    ObjectNode document = GoldenModel.of("small").document();
    chain(at(document, TREE), 65);

    assertThat(refusalOf(document.toString()).reason()).contains("65 deep", "at most 64");
  }

  @Test
  void refusesAFileTooLargeToBeAModelWithoutReadingIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(ModelReader.MAX_BYTES + 1L);
    }

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> TreeEnsemble.read(file));

    assertThat(refusal.reason()).contains("no model above 268435456 bytes");
  }

  private static final String PARAM = "/learner/learner_model_param";
  private static final String BOOSTER = "/learner/gradient_booster";
  private static final String MODEL = BOOSTER + "/model";
  private static final String TREE = MODEL + "/trees/3";

  private static Arguments broken(String what, String reason, Consumer<ObjectNode> harm) {
    return arguments(what, reason, harm);
  }

  private static Refusal refusalOf(String json) {
    return refusalOf(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal refusalOf(byte[] json) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> TreeEnsemble.read(json));
    assertThat(refusal).as("refusal").isNotNull();
    return refusal;
  }

  private static ObjectNode at(ObjectNode model, String pointer) {
    return (ObjectNode) model.at(pointer);
  }

  private static void set(ObjectNode model, String pointer, String array, int index, int value) {
    ((ArrayNode) at(model, pointer).path(array)).set(index, value);
  }

  private static Consumer<ObjectNode> objective(String name) {
    return model -> at(model, "/learner/objective").put("name", name);
  }

  private static Consumer<ObjectNode> version(int... numbers) {
    return model -> {
      ArrayNode version = model.putArray("version");
      Arrays.stream(numbers).forEach(version::add);
    };
  }

  private static Consumer<ObjectNode> dropTreeInfo() {
    return model -> at(model, MODEL).withArray("tree_info").remove(0);
  }

  private static Consumer<ObjectNode> dropTreeCount() {
    return model -> at(model, MODEL + "/gbtree_model_param").remove("num_trees");
  }

  private static Consumer<ObjectNode> base(String score) {
    return model -> at(model, PARAM).put("base_score", score);
  }

  private static Consumer<ObjectNode> remove(String field) {
    return model -> at(model, TREE).remove(field);
  }

  private static Consumer<ObjectNode> shorten(String array) {
    return model -> ((ArrayNode) at(model, TREE).path(array)).remove(0);
  }

  private static Consumer<ObjectNode> threshold(float value) {
    return model -> ((ArrayNode) at(model, TREE).path("split_conditions")).set(0, value);
  }

  private static Consumer<ObjectNode> cover(double value) {
    return model -> ((ArrayNode) at(model, TREE).path("sum_hessian")).set(0, value);
  }

  private static Consumer<ObjectNode> child(String array, int node, int value) {
    return model -> set(model, TREE, array, node, value);
  }

  private static Consumer<ObjectNode> treeParam(String field, int value) {
    return model -> at(model, TREE + "/tree_param").put(field, String.valueOf(value));
  }

  private static void cutRoot(ObjectNode model) {
    set(model, TREE, "left_children", 0, -1);
    set(model, TREE, "right_children", 0, -1);
  }

  /** A tree of which every left child is a leaf and every right child splits again. */
  private static void chain(ObjectNode tree, int depth) {
    int nodes = 2 * depth + 1;
    ((ObjectNode) tree.path("tree_param")).put("num_nodes", nodes);
    fill(tree, "left_children", nodes, i -> i % 2 == 0 && i < nodes - 1 ? i + 1 : -1);
    fill(tree, "right_children", nodes, i -> i % 2 == 0 && i < nodes - 1 ? i + 2 : -1);
    fill(tree, "split_indices", nodes, i -> 0);
    fill(tree, "split_conditions", nodes, i -> i);
    fill(tree, "split_type", nodes, i -> 0);
    fill(tree, "default_left", nodes, i -> 0);
    fill(tree, "sum_hessian", nodes, i -> nodes - i);
  }

  private static void fill(
      ObjectNode tree, String array, int nodes, java.util.function.IntUnaryOperator value) {
    ArrayNode filled = tree.putArray(array);
    IntStream.range(0, nodes).map(value).forEach(filled::add);
  }
}
