package io.clairscore.pipelines.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.clairscore.drift.json.FlatRecords;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Binds the configuration: the defaults, then the given YAML file, then environment variables
 * ({@code CLAIRSCORE_TRAINING_FOLDS=3}), then {@code --set training.folds=3}; later ones win.
 */
public final class ConfigurationReader {
  private static final String PREFIX = "CLAIRSCORE_";
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new FlatRecords())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  private ConfigurationReader() {}

  /**
   * Reads the effective configuration.
   *
   * @param file YAML file of the settings that differ from the defaults, or null
   * @param environment environment variables
   * @param overrides {@code key=value} pairs
   * @throws Refusal with {@link Refusal.Kind#USAGE} if a setting is unknown or out of bounds
   */
  public static Configuration read(
      Path file, Map<String, String> environment, List<String> overrides) {
    try {
      ObjectNode root = defaults();
      if (file != null) {
        if (!(YAML.readTree(Files.readAllBytes(file)) instanceof ObjectNode given)) {
          throw refused(file + " is not a mapping of settings", null);
        }
        lay(given, root);
      }
      fromEnvironment(root, environment);
      overrides.forEach(override -> apply(root, override));
      return YAML.treeToValue(root, Configuration.class);
    } catch (JsonProcessingException e) {
      throw refused(rootMessage(e), e);
    } catch (IOException e) {
      throw refused("the file cannot be read: " + e, e);
    }
  }

  private static ObjectNode defaults() throws IOException {
    try (var in = ConfigurationReader.class.getResourceAsStream("/clairscore.yaml")) {
      return (ObjectNode) YAML.readTree(in);
    }
  }

  /** Replaces the values of a tree by those another gives. */
  private static void lay(ObjectNode given, ObjectNode over) {
    given
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue() instanceof ObjectNode child
                  && over.get(field.getKey()) instanceof ObjectNode below) {
                lay(child, below);
              } else {
                over.set(field.getKey(), field.getValue());
              }
            });
  }

  private static void fromEnvironment(ObjectNode root, Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                override(root, name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), value);
              }
            });
  }

  /** Sets the one setting whose path, in lower case and joined by underscores, is this name. */
  private static void override(ObjectNode node, String name, String value) {
    node.fieldNames()
        .forEachRemaining(
            field -> {
              String key = field.toLowerCase(Locale.ROOT);
              if (name.equals(key) && node.get(field).isValueNode()) {
                node.set(field, scalar(value));
              } else if (name.startsWith(key + "_")
                  && node.get(field) instanceof ObjectNode child) {
                override(child, name.substring(key.length() + 1), value);
              }
            });
  }

  private static void apply(ObjectNode root, String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw refused("--set " + override + " is not of the form key=value", null);
    }
    String key = override.substring(0, equals);
    String value = override.substring(equals + 1);
    if (key.startsWith("spark.")) {
      root.withObject("/spark").put(key, value);
      return;
    }
    String[] path = key.split("\\.");
    ObjectNode node = root;
    for (int i = 0; i < path.length - 1; i++) {
      if (!(node.get(path[i]) instanceof ObjectNode child)) {
        throw refused("there is no setting " + key, null);
      }
      node = child;
    }
    if (!node.has(path[path.length - 1])) {
      throw refused("there is no setting " + key, null);
    }
    node.set(path[path.length - 1], scalar(value));
  }

  private static JsonNode scalar(String value) {
    try {
      return YAML.readTree(value);
    } catch (JsonProcessingException e) {
      throw refused("the value '" + value + "' is not valid YAML", e);
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage().lines().findFirst().orElse(root.toString());
  }

  private static Refusal refused(String cause, Throwable origin) {
    return Refusal.usage(
            "The configuration is not valid.",
            cause,
            "Correct the setting; conf/clairscore.yaml lists every one with its meaning.")
        .from(origin);
  }
}
