package io.clairscore.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.use.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir private Path parent;

  @Test
  void isReadAsItWasWritten() throws IOException {
    BundleParts parts = BundleParts.small();
    Path folder = parent.resolve("v1");

    Bundle written = parts.write(folder);
    Bundle read = Bundle.load(folder, BundleParts.CATALOGUE);

    assertThat(read.manifest()).isEqualTo(parts.manifest()).isEqualTo(written.manifest());
    assertThat(read.golden()).isEqualTo(parts.golden()).hasSizeGreaterThan(100);
    assertThat(names(folder))
        .containsExactly(
            "bundle.json",
            "checksums.sha256",
            "golden.json",
            "model.json",
            "model.ubj",
            "reference.json");
    assertThat(read.reference()).isEqualTo(parts.reference());
    assertThat(Files.readAllBytes(folder.resolve("model.json"))).isEqualTo(parts.modelJson());
    assertThat(Files.readAllBytes(folder.resolve("model.ubj"))).isEqualTo(BundleParts.UBJ);
  }

  @Test
  void takesAModelThatKnowsTheNamesOfItsFeatures() throws IOException {
    BundleParts parts = BundleParts.small();
    ObjectNode model = (ObjectNode) Bundle.MAPPER.readTree(parts.modelJson());
    ArrayNode names = ((ObjectNode) model.path("learner")).putArray("feature_names");
    parts.manifest().features().forEach(names::add);
    byte[] named = Bundle.MAPPER.writeValueAsBytes(model);

    Bundle bundle =
        new BundleParts(parts.manifest(), parts.golden(), parts.reference(), named)
            .write(parent.resolve("v1"));

    assertThat(bundle.trees().featureNames()).isEqualTo(parts.manifest().features());
  }

  @Test
  void isOfTheFullProfileIfItWasMadeBeforeThereWereProfiles() throws IOException {
    Path folder = parent.resolve("old");
    BundleParts.small().write(folder);
    Path manifest = folder.resolve("bundle.json");
    byte[] without =
        Files.readString(manifest).replaceFirst("\\s*\"profile\" : \"full\",", "").getBytes(UTF_8);
    assertThat(new String(without, UTF_8)).doesNotContain("profile");
    Files.write(manifest, without);
    Path checksums = folder.resolve("checksums.sha256");
    String old = Files.readString(checksums);
    Files.writeString(
        checksums,
        old.replaceFirst("[0-9a-f]{64}  bundle.json", Sha256.of(without) + "  bundle.json"));

    assertThat(Bundle.load(folder, BundleParts.CATALOGUE).manifest().profile())
        .isEqualTo(Profile.FULL);
  }

  @Test
  void isTheSameBytesWhenWrittenTwice() throws IOException {
    BundleParts.small().write(parent.resolve("a"));
    BundleParts.small().write(parent.resolve("b"));

    assertThat(parent.resolve("a/checksums.sha256"))
        .hasSameTextualContentAs(parent.resolve("b/checksums.sha256"));
  }

  @Test
  void listsItsFilesAsSha256sumDoes() throws IOException {
    BundleParts.small().write(parent.resolve("v1"));

    List<String> lines = Files.readAllLines(parent.resolve("v1/checksums.sha256"));

    // The last value is what sha256sum prints for the bytes of BundleParts.UBJ.
    assertThat(lines).hasSize(5).allMatch(line -> line.matches("[0-9a-f]{64}  [a-z.]+"));
    assertThat(lines.get(3)).isEqualTo(UBJ_LINE);
  }

  @Test
  void writesAMissingValueAsNull() throws IOException {
    BundleParts.small().write(parent.resolve("v1"));

    assertThat(Files.readString(parent.resolve("v1/golden.json")))
        .contains("null", "\"xgboostVersion\" : \"3.2.0\"")
        .doesNotContain("NaN");
  }

  @Test
  void isNeverWrittenOverAnother() throws IOException {
    Path folder = parent.resolve("v1");
    BundleParts.small().write(folder);
    String before = Files.readString(folder.resolve("checksums.sha256"));

    assertThatThrownBy(() -> BundleParts.small().write(folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("exists already");
    assertThat(folder.resolve("checksums.sha256")).hasContent(before);
  }

  @Test
  void replacesWhatAKilledWriterLeftBehind() throws IOException {
    Path left = Files.createDirectory(parent.resolve(".v1.writing"));
    Files.write(left.resolve("model.json"), new byte[] {1});
    Files.write(left.resolve("half.json"), new byte[] {1});

    BundleParts.small().write(parent.resolve("v1"));

    assertThat(names(parent)).containsExactly("v1");
    Bundle.load(parent.resolve("v1"), BundleParts.CATALOGUE);
  }

  @Test
  void leavesNothingWhenItCannotBeWritten() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> BundleParts.small().write(file.resolve("v1")))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("Cannot write", "Cause", "Remedy");
    assertThat(names(parent)).containsExactly("file");
  }

  /** XGBoost's base margin is the C library's logarithm: its last bit may differ from ours. */
  @Test
  void startsWhereItsGoldenRowsSayThatXgboostStarted() throws IOException {
    BundleParts parts = BundleParts.small();
    TreeEnsemble trees = TreeEnsemble.read(parts.modelJson());
    for (float base :
        new float[] {Math.nextUp(trees.baseMargin()), Math.nextDown(trees.baseMargin())}) {
      TreeEnsemble shifted = trees.withBaseMargin(base);
      List<GoldenRow> golden =
          parts.golden().stream()
              .map(
                  row ->
                      GoldenRow.of(
                          row.features(),
                          shifted.margin(row.features()),
                          row.contributions(),
                          BundleParts.CALIBRATION))
              .toList();

      Bundle bundle =
          new BundleParts(parts.manifest(), golden, parts.reference(), parts.modelJson())
              .write(parent.resolve("from" + base));

      assertThat(bundle.trees().baseMargin()).isEqualTo(base);
    }
  }

  private static final String UBJ_LINE =
      "128183bb74051e4be86dadba4316029a1cbd5eea9db006fb24031d4e4d03b61e  model.ubj";

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
