package io.clairscore.features.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Binds the configuration: the defaults, then the given YAML file, then environment variables
 * ({@code CLAIRSCORE_TRAINING_FOLDS=3}), then {@code --set training.folds=3}; later ones win. A
 * value is taken as it is written, or refused with the name of its setting and of where it stands.
 */
public final class SettingsReader<T> {
  private final Program<T> program;
  private final Settings settings;
  private final ObjectNode root;

  private SettingsReader(Program<T> program) {
    this.program = program;
    this.settings = new Settings(program);
    this.root = defaults();
  }

  /**
   * Reads the effective settings of a program.
   *
   * @param file YAML file of the settings that differ from the defaults, or null
   * @param environment environment variables
   * @param overrides {@code key=value} pairs
   * @throws Refusal with {@link Refusal.Kind#USAGE} if a setting is unknown or out of bounds
   */
  public static <T> T read(
      Program<T> program, Path file, Map<String, String> environment, List<String> overrides) {
    SettingsReader<T> reader = new SettingsReader<>(program);
    if (file != null) {
      reader.file(file);
    }
    new TreeMap<>(environment).forEach(reader::variable);
    overrides.forEach(reader::option);
    return reader.bound();
  }

  private ObjectNode defaults() {
    try (var in = program.settings().getResourceAsStream("/" + program.file())) {
      return (ObjectNode) WrittenYaml.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(Path file) {
    String origin = "--conf " + file;
    if (!Files.isRegularFile(file)) {
      throw refused(origin + " is not a file", null);
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw refused(origin + " cannot be read: " + e.getMessage(), e);
    }
    if (!(yaml(bytes, origin) instanceof ObjectNode mapping)) {
      throw refused(origin + " is not a mapping of settings", null);
    }
    take(all(), mapping, origin);
    lay(mapping, root);
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

  private void variable(String variable, String value) {
    if (!settings.isVariable(variable)) {
      return;
    }
    Setting setting =
        settings
            .ofVariable(variable, root)
            .orElseThrow(() -> refused(variable + " names no setting" + hint(variable), null));
    set(setting, value, variable);
  }

  private void option(String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw refused("--set " + override + " is not of the form key=value", null);
    }
    String key = override.substring(0, equals);
    Setting setting =
        settings.of(key).orElseThrow(() -> refused("there is no setting " + key, null));
    set(setting, override.substring(equals + 1), "--set");
  }

  private void set(Setting setting, String text, String origin) {
    JsonNode written =
        setting.isOfSpark()
            ? JsonNodeFactory.instance.textNode(text)
            : yaml(text.getBytes(StandardCharsets.UTF_8), origin + ": Setting " + setting.name());
    take(setting, written, origin);
    ObjectNode group = root;
    for (String name : setting.path().subList(0, setting.path().size() - 1)) {
      group = (ObjectNode) group.get(name);
    }
    group.set(setting.path().get(setting.path().size() - 1), written);
  }

  private String hint(String variable) {
    return variable.startsWith("CLAIRSCORE_SPARK_")
        ? "; of Spark's, variables can name those of conf/"
            + program.file()
            + ", and --set all others"
        : "";
  }

  private JsonNode yaml(byte[] text, String where) {
    try {
      return WrittenYaml.read(text);
    } catch (JsonProcessingException e) {
      // The indented lines quote the text.
      String why =
          e.getOriginalMessage()
              .lines()
              .filter(line -> !line.startsWith(" "))
              .collect(Collectors.joining(", "));
      throw refused(where + " is not valid YAML: " + why, e);
    } catch (IOException e) {
      throw refused(where + " is not text in UTF-8: " + e.getMessage(), e);
    }
  }

  private JsonNode take(Setting setting, JsonNode written, String origin) {
    try {
      return setting.taken(written);
    } catch (IllegalArgumentException e) {
      throw refused(origin + ": " + e.getMessage(), e);
    }
  }

  private Setting all() {
    return Setting.all(program.settings());
  }

  private T bound() {
    ObjectMapper json =
        new ObjectMapper()
            .registerModules(program.modules())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    try {
      return json.treeToValue(take(all(), root, "defaults"), program.settings());
    } catch (JsonProcessingException e) {
      throw refused(rootMessage(e), e);
    }
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage().lines().findFirst().orElse(root.toString());
  }

  private Refusal refused(String cause, Throwable origin) {
    return Refusal.usage(
            "The configuration is not valid.",
            cause,
            "Correct the setting; conf/" + program.file() + " lists every one with its meaning.")
        .from(origin);
  }
}
