package io.clairscore.scorer.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {
  @TempDir Path root;
  private Path folder;
  private Published published;

  @BeforeEach
  void name() {
    folder = root.resolve("published");
    published = new Published(folder);
  }

  private void refused(Refusal.Kind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll("Cause", "Remedy")
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  private void damaged(String... words) {
    refused(Refusal.Kind.DATA, () -> published.version("v1"), words);
  }

  @Test
  void nothingIsLiveBeforeAVersionIsMadeSo() throws IOException {
    assertThat(published.current()).isEmpty();
    assertThat(published.names()).isEmpty();
    refused(Refusal.Kind.DATA, published::live, "No published version is live");

    VersionManifest written = SmallVersions.publish(folder, "v1", "run");
    assertThat(published.current()).isEmpty();
    published.use("v1");
    assertThat(folder.resolve("current")).hasContent("v1\n");
    assertThat(published.live().manifest()).isEqualTo(written);
    assertThat(published.live().profiles())
        .containsExactly(new FeatureProfile("F", 3, 0, 1.5, 0.5, 1.0, 2.0, Map.of("0.5", 1.5)));
    assertThat(published.live().clients().size()).isEqualTo(3);
    assertThat(published.live().population()).hasContent("rows");
    assertThat(published.live().presentation())
        .isEqualTo(new PublishedPresentation(Words.EUROS, ReasonLimits.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".hidden", "a/b", "../up", "current"})
  void whatIsNoNameIsWrongUse(String name) {
    refused(Refusal.Kind.USAGE, () -> published.version(name), "cannot name");
    refused(Refusal.Kind.USAGE, () -> published.begin(name), "cannot name");
    refused(Refusal.Kind.USAGE, () -> published.use(name), "cannot name");
    assertThat(folder).doesNotExist();
  }

  @Test
  void aVersionThatStandsKeepsItsNameAndTheNextHasANumber() throws IOException {
    VersionManifest first = SmallVersions.publish(folder, "v", "run");
    assertThat(SmallVersions.publish(folder, "v", "other").version()).isEqualTo("v.2");
    assertThat(SmallVersions.publish(folder, "v", "run").version()).isEqualTo("v.3");
    assertThat(published.version("v").manifest()).isEqualTo(first);
    assertThat(published.newestOf("other")).contains("v.2");
    assertThat(published.newestOf("nobody")).isEmpty();
    assertThat(Published.isNamed("v.12", "v")).isTrue();
    assertThat(Published.isNamed("v.12x", "v")).isFalse();
    assertThat(Published.isNamed("w", "v")).isFalse();
  }

  @Test
  void aVersionIsOfItsSourcesAlone() throws IOException {
    VersionManifest version = SmallVersions.publish(folder, "v", "run");
    List<PublishedFile> model = PublishedFile.under(root.resolve("bundle-run"));
    assertThat(version.isOf(model, Map.of("dossiers", 4L))).isTrue();
    assertThat(version.isOf(model, Map.of("dossiers", 5L))).isFalse();
    Files.writeString(root.resolve("bundle-run/bundle.json"), "retrained");
    assertThat(
            version.isOf(PublishedFile.under(root.resolve("bundle-run")), Map.of("dossiers", 4L)))
        .isFalse();
  }

  @Test
  void whatIsAbsentCutOffOrOfAnotherLayoutIsRefused() throws IOException {
    damaged("There is no published version v1");
    SmallVersions.publish(folder, "v1", "run");
    Path version = folder.resolve("v1");
    Path manifest = version.resolve("manifest.json");
    String whole = Files.readString(manifest);

    Files.writeString(manifest, whole.replace("\"format\" : 2", "\"format\" : 1"));
    damaged("of another layout", "says format 1");
    Files.writeString(manifest, whole.replace("\"format\" : 2,", ""));
    damaged("says format none");
    Files.writeString(manifest, whole.substring(0, whole.length() / 2));
    damaged("is damaged", "manifest.json");
    Files.writeString(manifest, whole.replace("\"v1\"", "\"v2\""));
    damaged("it is of version v2");
    Files.writeString(manifest, whole.replaceFirst("\"clients\" : 3,", ""));
    damaged("manifest.json");
    Files.writeString(manifest, whole);

    Files.writeString(manifest, whole.replace("presentation.json", "other.json"));
    damaged("presentation.json", "the manifest does not list it");
    Files.writeString(manifest, whole);

    Path index = version.resolve("clients/clients.index");
    byte[] records = Files.readAllBytes(index);
    Files.write(index, new byte[7]);
    damaged("clients.index", "7 bytes instead of 96");
    Files.delete(index);
    damaged("clients.index", "there is no such file");
    Files.write(index, records);
    assertThat(published.isWhole("v1")).isTrue();
    Files.delete(manifest);
    damaged("manifest.json");
    assertThat(published.complete()).isEmpty();
    assertThat(published.names()).containsExactly("v1");
  }

  @Test
  void aChangedFileIsRefusedByItsReaderAndNeverMadeLive() throws IOException {
    SmallVersions.publish(folder, "v1", "run");
    Path profiles = folder.resolve("v1/profiles.json");
    Files.writeString(profiles, Files.readString(profiles).replace("1.5", "9.5"));
    refused(
        Refusal.Kind.DATA, () -> published.version("v1").profiles(), "profiles.json", "SHA-256");
    refused(Refusal.Kind.DATA, () -> published.use("v1"), "profiles.json");
    assertThat(published.current()).isEmpty();
    assertThat(published.newestOf("run")).isEmpty();
  }

  @Test
  void documentsAboutTheModelAreToldByteForByteOrRefused() throws IOException {
    SmallVersions.publish(folder, "v1", "run");
    PublishedVersion version = published.version("v1");
    assertThat(version.modelParts()).containsExactly("ladder", "metrics");
    assertThat(version.model("metrics")).hasValue("{\"auc\":0.76}".getBytes(UTF_8));
    assertThat(version.model("../bundle/bundle")).isEmpty();
    assertThat(version.model("rules")).isEmpty();

    Files.writeString(folder.resolve("v1/model/metrics.json"), "{\"auc\":0.99}");
    refused(Refusal.Kind.DATA, () -> version.model("metrics"), "metrics.json", "SHA-256");
    assertThatThrownBy(() -> published.begin("v2").model("../up", NullNode.instance))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../up");
  }

  @Test
  void aPointerThatHoldsNoNameIsRefused() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("current"), "../elsewhere\n");
    refused(Refusal.Kind.DATA, published::current, "current");
  }

  @Test
  void oldVersionsGoExceptTheLiveOneAndTheSpared() throws IOException {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      SmallVersions.publish(folder, name, "run");
    }
    published.use("a");
    Files.createDirectories(folder.resolve(".f.writing"));
    Files.createDirectories(folder.resolve(".g.removed/bundle"));
    assertThat(published.prune(2, Set.of("b"))).containsExactly("c");
    assertThat(published.names()).containsExactly("a", "b", "d", "e");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b", "d", "e", "current");
    assertThat(published.prune(2, Set.of("b"))).isEmpty();
  }
}
