package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.files.CrashPoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationMomentTest {
  private static final int KILLED = 137;

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource
  void whoDiesLeavesACompleteVersionLiveAndTheNextFinishes(PublicationMoment moment)
      throws Exception {
    Path folder = root.resolve("published");
    Published published = new Published(folder);
    SmallVersions.main(new String[] {folder.toString(), "before"});

    assertThat(publish(folder, moment.label())).isEqualTo(KILLED);

    boolean moved = moment.compareTo(PublicationMoment.CURRENT_MOVED) >= 0;
    assertThat(published.current()).contains(moved ? "after" : "before");
    published.live().verify();
    assertThat(published.names())
        .as("a reader meets complete versions only")
        .allMatch(published::isWhole);

    assertThat(publish(folder, "")).isZero();
    assertThat(published.live().manifest().bundle()).isEqualTo("run");
    published.live().verify();
    String live = published.current().orElseThrow();
    assertThat(live).startsWith("after");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(live, "current");
  }

  private static int publish(Path folder, String moment) throws Exception {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SmallVersions.class.getName(),
            folder.toString(),
            "after");
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(CrashPoint.VARIABLE, moment);
    return builder.start().waitFor();
  }
}
