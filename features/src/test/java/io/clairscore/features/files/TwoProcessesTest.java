package io.clairscore.features.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who writes where another is writing: it waits or is refused, and nothing is lost. */
class TwoProcessesTest {
  private static final int WRITERS = 4;
  private static final int EACH = 25;

  @TempDir Path folder;

  @Test
  void whatAllReadAndWriteInTheirTurnIsAllThere() throws Exception {
    Path file = folder.resolve("count");
    Files.writeString(file, "0");
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Void>> done = new ArrayList<>();
      for (int i = 0; i < WRITERS * EACH; i++) {
        done.add(writers.submit(() -> HeldFile.during(folder, () -> oneMore(file))));
      }
      for (Future<Void> one : done) {
        one.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(file).hasContent(Integer.toString(WRITERS * EACH));
  }

  private static Void oneMore(Path file) throws IOException {
    int count = Integer.parseInt(Files.readString(file));
    Files.writeString(file, Integer.toString(count + 1));
    return null;
  }

  @Test
  void aNewFolderIsWrittenByOneAndTheOtherIsRefused() throws IOException {
    NewFolder target = new NewFolder(folder.resolve("new"), Refusal.usage("occupied", "b", "c"));
    target.write(
        content -> {
          Files.writeString(content.resolve("mine"), "1");
          assertThatThrownBy(() -> target.write(other -> other))
              .isInstanceOfSatisfying(
                  Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.LOCKED))
              .hasMessageContaining(folder.resolve("new").toString());
          return null;
        });
    assertThat(folder.resolve("new/mine")).hasContent("1");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    assertThatThrownBy(() -> target.write(other -> other)).hasMessageContaining("occupied");
  }

  @Test
  void whatOneThatFailedLeftIsNotInTheFolderOfTheNext() throws IOException {
    NewFolder target = new NewFolder(folder.resolve("new"), Refusal.usage("occupied", "b", "c"));
    assertThatThrownBy(
            () ->
                target.write(
                    content -> {
                      Files.writeString(content.resolve("half"), "1");
                      throw new IOException("torn");
                    }))
        .hasMessage("torn");
    assertThat(folder.resolve("new")).doesNotExist();
    target.write(content -> Files.writeString(content.resolve("whole"), "2"));
    assertThat(folder.resolve("new/half")).doesNotExist();
    assertThat(folder.resolve("new/whole")).hasContent("2");
  }
}
