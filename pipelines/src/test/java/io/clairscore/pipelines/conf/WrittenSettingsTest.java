package io.clairscore.pipelines.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting is taken as it is written, or refused by name, wherever it is written. */
class WrittenSettingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training.folds=2.9",
        "training.folds=010",
        "training.folds=0x10",
        "training.folds=1_0",
        "training.folds=4294967298",
        "training.folds=[3]",
        "training.folds=~",
        "training.folds=",
        "training.folds=true",
        "training.seed=1.5",
        "training.seed=9223372036854775808",
        "training.xgboost.maxDepth=4",
        "training.xgboost.maxDepth=[4.5]",
        "training.xgboost.maxDepth=[4, ]]",
        "training.xgboost.lambda=[1e400]",
        "business.falseNegativeCost=1e400",
        "business.falseNegativeCost=1e-400",
        "business.falseNegativeCost=.inf",
        "business.falseNegativeCost=.nan",
        "business.falseNegativeCost=0,5",
        "business.falseNegativeCost={a: 1}",
        "training.monotone.enforced=yes",
        "training.monotone.enforced=1",
        "tracking.model=[a]",
        "tracking.gate.approvalRatio={gendre: 0.8}",
        "tracking.gate.approvalRatio={gender: 0.8, gender: 0.5}",
        "drift.topFeatures=2.5",
        "drift.psi=[0.1, 1e400]",
        "drift.ks=[0.1, 0.2]",
        "drift.setting=1",
        "spark.sql.session.timeZone=Europe/Paris",
        "spark.task.cpus=4"
      })
  void whatCannotBeTakenAsWrittenIsRefusedByName(String written) throws IOException {
    String key = written.substring(0, written.indexOf('='));
    String value = written.substring(key.length() + 1);
    refused(() -> option(written), key);
    refused(() -> variable(key, value), key, variableOf(key));
    refused(() -> file(yaml(key, value)), key, "is not valid YAML");
  }

  @Test
  void whatCanBeTakenIsTakenAsWritten() throws IOException {
    for (String three : List.of("3", "3.0", "3e0", "'3'", "+3")) {
      everywhere("training.folds", three, conf -> assertThat(conf.training().folds()).isEqualTo(3));
    }
    everywhere(
        "training.xgboost.eta",
        ".5",
        conf -> assertThat(conf.training().xgboost().eta()).isEqualTo(0.5));
    everywhere(
        "training.xgboost.maxDepth",
        "[4, 6]",
        conf -> assertThat(conf.training().xgboost().maxDepth()).containsExactly(4, 6));
    everywhere(
        "training.monotone.rising",
        "[NO, 1e3]",
        conf -> assertThat(conf.training().monotone().rising()).containsExactly("NO", "1e3"));
    everywhere(
        "tracking.model", "010", conf -> assertThat(conf.tracking().model()).isEqualTo("010"));
    everywhere(
        "tracking.gate.approvalRatio.gender",
        "0.7",
        conf -> assertThat(conf.tracking().gate().approvalRatio()).containsEntry("gender", 0.7));
    everywhere(
        "drift.infinite",
        "[0.2, 0.4]",
        conf -> assertThat(conf.drift().limits().toString()).contains("INFINITE=[0.2, 0.4]"));
    everywhere(
        "spark.driver.bindAddress",
        "0x10",
        conf -> assertThat(conf.spark()).containsEntry("spark.driver.bindAddress", "0x10"));
  }

  @Test
  void everySettingHasItsVariable() throws IOException {
    Configuration defaults = ConfigurationReader.read(null, Map.of(), List.of());
    Map<String, String> variables = new HashMap<>();
    collect("", new ObjectMapper().valueToTree(defaults), variables);
    assertThat(variables).hasSizeGreaterThan(80).containsKey("CLAIRSCORE_SPARK_MASTER");
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            "spark: {spark.master: 'local[1]'}\n"
                + "training: {folds: 3, xgboost: {maxDepth: [2]}, monotone: {rising: []}}\n"
                + "tracking: {gate: {approvalRatio: {age: 0.1}}}\n"
                + "drift: {psi: [0.3, 0.4]}\n");
    assertThat(ConfigurationReader.read(other, Map.of(), List.of())).isNotEqualTo(defaults);
    assertThat(ConfigurationReader.read(other, variables, List.of())).isEqualTo(defaults);
  }

  private static void collect(String name, JsonNode node, Map<String, String> variables) {
    if (node instanceof ObjectNode group) {
      group
          .fields()
          .forEachRemaining(
              field -> {
                String own = field.getKey();
                boolean whole = name.isEmpty() || own.startsWith("spark.");
                collect(whole ? own : name + "." + own, field.getValue(), variables);
              });
    } else {
      variables.put(variableOf(name), node.isTextual() ? node.asText() : node.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLAIRSCORE_TRAINING_FOLD",
        "CLAIRSCORE_TRAINNG_FOLDS",
        "CLAIRSCORE_TRAINING",
        "CLAIRSCORE_FOLDS",
        "CLAIRSCORE_TRACKING_GATE_APPROVALRATIO_GENDRE",
        "CLAIRSCORE_SPARK_SQL_SHUFLE_PARTITIONS",
        "CLAIRSCORE_"
      })
  void aVariableThatNamesNoSettingIsRefused(String variable) {
    refused(
        () -> ConfigurationReader.read(null, Map.of(variable, "3"), List.of()),
        variable + " names no setting");
  }

  @Test
  void theVariablesOfTheScriptsAreNoSettings() throws IOException {
    Map<String, String> variables = new HashMap<>();
    try (Stream<Path> scripts = Files.walk(Path.of("../scripts"))) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(script, StandardCharsets.ISO_8859_1);
        Matcher names = Pattern.compile("CLAIRSCORE_[A-Z_]+").matcher(text);
        names.results().forEach(name -> variables.put(name.group(), "x"));
      }
    }
    assertThat(variables).hasSizeGreaterThan(6);
    assertThat(ConfigurationReader.read(null, variables, List.of()))
        .isEqualTo(ConfigurationReader.read(null, Map.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training: {folds: 3}\ntraining: {folds: 4}\n",
        "training: {folds: 3, folds: 4}\n",
        "training: {folds: 3}\n---\ntraining: {folds: 4}\n",
        "training: {folds: &a 3, workers: *a}\n",
        "tracking: &t {model: m}\nstudy: {<<: *t}\n",
        "training: 3\n",
        "training:\n",
        "- training\n",
        "training: {folds: 3\n",
        "spark: {sql.shuffle.partitions: 4}\n",
        "spark: {sql: {shuffle: {partitions: 4}}}\n",
        "",
      })
  void aFileWhoseMeaningYamlWouldChooseIsRefused(String yaml) throws IOException {
    refused(() -> file(yaml), "own.yaml", "begin with spark.");
  }

  private void everywhere(String key, String value, Consumer<Configuration> check)
      throws IOException {
    check.accept(option(key + "=" + value));
    check.accept(variable(key, value));
    check.accept(file(yaml(key, value)));
  }

  private static Configuration option(String written) {
    return ConfigurationReader.read(null, Map.of(), List.of(written));
  }

  private static Configuration variable(String key, String value) {
    return ConfigurationReader.read(null, Map.of(variableOf(key), value), List.of());
  }

  private Configuration file(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("own.yaml"), yaml);
    return ConfigurationReader.read(file, Map.of(), List.of());
  }

  private static String variableOf(String key) {
    return "CLAIRSCORE_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The setting in its groups. */
  private static String yaml(String key, String value) {
    if (key.startsWith("spark.")) {
      return "spark: {" + key + ": " + value + "}\n";
    }
    String[] names = key.split("\\.");
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      yaml.append("  ".repeat(i)).append(names[i]).append(i < names.length - 1 ? ":\n" : ": ");
    }
    return yaml.append(value).append('\n').toString();
  }

  /** Refuses, and says one of these. */
  private static void refused(ThrowingCallable read, String... either) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE);
              assertThat(refusal.getMessage()).doesNotContain("com.fasterxml", "java.");
              assertThat(either).anyMatch(refusal.getMessage()::contains);
            });
  }
}
