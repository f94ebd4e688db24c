package io.clairscore.pipelines.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {

  private static Configuration read(Map<String, String> environment, String... overrides) {
    return ConfigurationReader.read(null, environment, List.of(overrides));
  }

  @Test
  void theDefaultsAreThoseOfTheDesign() {
    Configuration conf = read(Map.of());
    assertThat(conf.synthetic().labelled()).isEqualTo(20_000);
    assertThat(conf.synthetic().unlabelled()).isEqualTo(4_000);
    assertThat(conf.business().breakEvenProbability()).isEqualTo(1 / 11d);
    assertThat(conf.training().workers()).isEqualTo(1);
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentWhichWinsOverTheFile() {
    Map<String, String> environment =
        Map.of("CLAIRSCORE_TRAINING_FOLDS", "3", "CLAIRSCORE_TRAINING_XGBOOST_ETA", "0.2");
    Configuration conf = read(environment, "training.folds=4");
    assertThat(conf.training().folds()).isEqualTo(4);
    assertThat(conf.training().xgboost().eta()).isEqualTo(0.2);
  }

  @Test
  void listsAndSparkSettingsCanBeSet() {
    Configuration conf =
        read(Map.of(), "training.xgboost.maxDepth=[3, 6]", "spark.master=local[1]");
    assertThat(conf.training().xgboost().maxDepth()).containsExactly(3, 6);
    assertThat(conf.spark()).containsEntry("spark.master", "local[1]");
  }

  @Test
  void anUnknownSettingIsNamed() {
    assertRefused("training.fold=3", "there is no setting training.fold");
  }

  @Test
  void aValueOutOfBoundsIsNamedWithItsRule() {
    assertRefused("training.folds=1", "training.folds is 1, but must be at least 2");
    assertRefused(
        "tracking.gate.approvalRatio={gender: 2}",
        "approvalRatio.gender is 2.0, but must be in [0, 1]");
  }

  @Test
  void aGridOfTheTrainingWithAnInvalidValueIsNamed() {
    assertRefused("training.xgboost.maxDepth=[0]", "training.xgboost.maxDepth");
    assertRefused("training.profile=blind", "training.profile is blind, but must be fair or full");
    assertRefused("training.compact.sizes=[20, 0]", "training.compact.sizes is [20, 0]");
    assertRefused("training.compact.sizes=[20, 20]", "different numbers from 1 on");
    assertRefused("training.compact.colsampleBytree=0", "training.compact.colsampleBytree is 0.0");
    assertRefused("training.xgboost.colsampleBytree=[0.5, 2]", "training.xgboost.colsampleBytree");
    assertRefused("training.xgboost.lambda=[]", "training.xgboost.lambda");
    assertRefused("training.xgboost.lambda=[-1]", "penalties of zero or more");
    assertRefused("training.xgboost.subsample=0", "training.xgboost.subsample");
    assertRefused("training.xgboost.maxBin=1", "training.xgboost.maxBin");
    assertRefused("study.xgboostDepths=[31]", "study.xgboostDepths");
  }

  @Test
  void aGridOfAStudyWithAnInvalidValueIsNamed() {
    assertRefused("study.search.colsampleBytree=[0.1, 1.5]", "study.search.colsampleBytree");
    assertRefused("study.forest.depths=[]", "study.forest.depths");
    assertRefused("study.logistic.penalties=[-1]", "study.logistic.penalties");
    assertRefused("study.boostedTrees.trees=61", "between 1 and 60");
    assertRefused("study.imbalance.algorithm=forest", "must be xgboost or logistic");
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    assertRefused("training.folds=many", "many");
  }

  @Test
  void anOverrideWithoutValueIsRefused() {
    assertRefused("training.folds", "not of the form key=value");
  }

  @Test
  void aSettingTheFileDoesNotKnowIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("own.yaml"), "surprise: 1\n");
    assertThatThrownBy(() -> ConfigurationReader.read(file, Map.of(), List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("surprise");
  }

  /** A run knows its settings again by their text, in another process too. */
  @Test
  void settingsThatAreMapsHaveTheOrderOfTheirKeys() {
    Configuration conf = read(Map.of());
    assertThat(conf.spark().keySet().toArray(String[]::new)).hasSizeGreaterThan(3).isSorted();
    assertThat(conf.tracking().gate().approvalRatio().keySet().toArray(String[]::new))
        .hasSizeGreaterThan(1)
        .isSorted();
  }

  private static void assertRefused(String override, String cause) {
    assertThatThrownBy(() -> read(Map.of(), override))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE))
        .hasMessageContaining(cause);
  }
}
