package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.SmallVersions;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedCommandTest {
  @TempDir Path root;
  private Workspace workspace;
  private Published published;

  @BeforeEach
  void open() {
    workspace = new Workspace(root);
    published = new Published(workspace.published());
  }

  private void publish(String version, String model) throws IOException {
    SmallVersions.publish(published.folder(), version, model);
  }

  private int use(String version) {
    return Clairscore.execute("published", "--use", version, "--workspace", root.toString());
  }

  @Test
  void saysWhichVersionIsLiveAndHowTheChampionBecomesSo() throws IOException {
    assertThat(PublishedCommand.outlook(workspace))
        .containsExactly(
            "No version is live. Next: clairscore export publishes one and makes it live.");

    publish("monday", "a");
    assertThat(use("monday")).isZero();
    assertThat(PublishedCommand.outlook(workspace))
        .containsExactly("Live: version monday, model a.");

    Aliases.read(workspace.models()).promoted("b").write(workspace.models());
    assertThat(PublishedCommand.outlook(workspace))
        .containsExactly(
            "Live: version monday, model a.",
            "The champion is b. Next: clairscore export publishes it and makes it live.");

    publish("tuesday", "b");
    assertThat(PublishedCommand.outlook(workspace).get(2))
        .startsWith("Or clairscore published --use tuesday");
    assertThat(use("tuesday")).isZero();
    assertThat(PublishedCommand.outlook(workspace))
        .containsExactly("Live: version tuesday, model b.");
  }

  @Test
  void aHarmedVersionIsNotMadeLiveAndIsToldIfItIs() throws IOException {
    publish("monday", "a");
    publish("tuesday", "a");
    assertThat(use("monday")).isZero();
    for (String version : new String[] {"monday", "tuesday"}) {
      Files.delete(published.folder().resolve(version).resolve("bundle/bundle.json"));
    }
    assertThat(use("tuesday")).isEqualTo(ExitCode.DATA_REFUSED.status());
    assertThat(published.current()).contains("monday");
    assertThat(PublishedCommand.outlook(workspace).get(0)).contains("monday", "bundle.json");
  }
}
