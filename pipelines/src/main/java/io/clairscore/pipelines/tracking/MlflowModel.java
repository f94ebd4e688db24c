package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A model as MLflow's Python opens it: {@code mlflow.xgboost.load_model}, {@code
 * mlflow.pyfunc.load_model} and {@code mlflow models serve}. It gives XGBoost's own probability,
 * the logistic of our margin; calibration, threshold and levels are the bundle's.
 *
 * <p>MLflow's loader hands XGBoost a data frame and XGBoost compares its columns with the names in
 * the booster: {@code model.ubj} has them, in the order of the vector. The signature lets every
 * column be missing.
 *
 * @param manifest what the bundle says of the model
 * @param reference the clients of the example: medians, nobody's own values
 * @param ubj the model with the names of its features
 */
record MlflowModel(Manifest manifest, Reference reference, byte[] ubj) {
  private static final String REQUIREMENTS = "/mlflow/requirements.txt";
  private static final String PYTHON = "3.11";
  private static final String BOOSTER = "model.ubj";
  private static final String EXAMPLE = "input_example.json";
  private static final String SERVED_EXAMPLE = "serving_input_example.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  /** The files of the folder, by name. */
  Map<String, byte[]> files() {
    try {
      List<String> requirements = requirements();
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("MLmodel", YAML.writeValueAsBytes(description(requirements)));
      files.put(BOOSTER, ubj.clone());
      files.put("conda.yaml", YAML.writeValueAsBytes(conda(requirements)));
      files.put("python_env.yaml", YAML.writeValueAsBytes(pythonEnvironment()));
      files.put("requirements.txt", lines(requirements));
      files.put(EXAMPLE, JSON.writeValueAsBytes(example()));
      files.put(
          SERVED_EXAMPLE,
          JSON.writeValueAsBytes(JSON.createObjectNode().set("dataframe_split", example())));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The versions that scripts/mlflow installs, with the XGBoost that trained the model. */
  private List<String> requirements() throws IOException {
    try (var in = MlflowModel.class.getResourceAsStream(REQUIREMENTS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(
              line -> line.startsWith("xgboost==") ? "xgboost==" + manifest.xgboostVersion() : line)
          .toList();
    }
  }

  private ObjectNode description(List<String> requirements) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("artifact_path", "model");
    ObjectNode function = root.putObject("flavors").putObject("python_function");
    function.put("loader_module", "mlflow.xgboost");
    function.put("data", BOOSTER);
    function.putObject("env").put("conda", "conda.yaml").put("virtualenv", "python_env.yaml");
    function.put("python_version", PYTHON);
    root.withObject("/flavors")
        .putObject("xgboost")
        .put("data", BOOSTER)
        .put("model_class", "xgboost.core.Booster")
        .put("model_format", "ubj")
        .put("xgb_version", manifest.xgboostVersion())
        .putNull("code");
    requirements.stream()
        .filter(line -> line.startsWith("mlflow=="))
        .forEach(line -> root.put("mlflow_version", line.substring("mlflow==".length())));
    root.put("model_uuid", uuid());
    root.put("model_size_bytes", ubj.length);
    root.put("utc_time_created", manifest.created().replace('T', ' ').replace("Z", ".000000"));
    root.putObject("saved_input_example_info")
        .put("artifact_path", EXAMPLE)
        .put("serving_input_path", SERVED_EXAMPLE)
        .put("type", "dataframe")
        .put("pandas_orient", "split");
    root.putObject("signature")
        .put("inputs", JSON.writeValueAsString(inputs()))
        .put("outputs", JSON.writeValueAsString(outputs()))
        .putNull("params");
    return root;
  }

  /** The same model always has the same identifier. */
  private String uuid() {
    String name = manifest.training().runId() + manifest.created();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  private ArrayNode inputs() {
    ArrayNode inputs = JSON.createArrayNode();
    for (String feature : manifest.features()) {
      inputs.addObject().put("type", "double").put("name", feature).put("required", false);
    }
    return inputs;
  }

  private static ArrayNode outputs() {
    ArrayNode outputs = JSON.createArrayNode();
    ObjectNode tensor = outputs.addObject().put("type", "tensor").putObject("tensor-spec");
    tensor.put("dtype", "float32").putArray("shape").add(-1);
    return outputs;
  }

  private ObjectNode example() {
    ObjectNode frame = JSON.createObjectNode();
    ArrayNode columns = frame.putArray("columns");
    manifest.features().forEach(columns::add);
    ArrayNode row = frame.putArray("data").addArray();
    for (FeatureReference feature : reference.features()) {
      if (feature.quartiles() == null || !Double.isFinite(feature.quartiles().median())) {
        row.addNull();
      } else {
        row.add(feature.quartiles().median());
      }
    }
    return frame;
  }

  private static ObjectNode conda(List<String> requirements) {
    ObjectNode root = JSON.createObjectNode().put("name", "mlflow-env");
    root.putArray("channels").add("conda-forge");
    ArrayNode dependencies = root.putArray("dependencies").add("python=" + PYTHON).add("pip");
    ArrayNode pip = dependencies.addObject().putArray("pip");
    requirements.forEach(pip::add);
    return root;
  }

  private static ObjectNode pythonEnvironment() {
    ObjectNode root = JSON.createObjectNode().put("python", PYTHON);
    root.putArray("build_dependencies").add("pip");
    root.putArray("dependencies").add("-r requirements.txt");
    return root;
  }

  private static byte[] lines(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
