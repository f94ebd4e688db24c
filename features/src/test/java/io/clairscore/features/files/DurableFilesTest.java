package io.clairscore.features.files;

import static io.clairscore.features.files.Dying.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  @TempDir Path root;

  @Test
  void aFileIsReplacedByALongerAndByAShorterOne() throws IOException {
    Path file = root.resolve("new/folder/file");
    for (String content : new String[] {"first", "a longer second", "3", ""}) {
      DurableFiles.replace(file, bytes(content));
      assertThat(file).hasContent(content);
    }
    assertThat(Dying.list(file.getParent())).as("nothing is left aside").containsExactly(file);
  }

  @Test
  void whatADeadProcessWroteAsideIsNotReadAndDoesNotHinder() throws IOException {
    Path file = root.resolve("file");
    DurableFiles.replace(file, bytes("whole"));
    Files.writeString(root.resolve(".file.tmp"), "half of something longer than the next");
    assertThat(file).hasContent("whole");

    DurableFiles.replace(file, bytes("next"));
    assertThat(file).hasContent("next");
    assertThat(Dying.list(root)).containsExactly(file);
  }

  @Test
  void aReaderMeetsOnlyWholeContents() throws Exception {
    Path file = root.resolve("file");
    String one = "1".repeat(100_000);
    String two = "2".repeat(150_000);
    DurableFiles.replace(file, bytes(one));
    Set<String> met = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                try {
                  met.add(Files.readString(file));
                } catch (IOException e) {
                  met.add(e.toString());
                }
              }
            });
    reader.start();
    for (int i = 0; i < 50; i++) {
      DurableFiles.replace(file, bytes(i % 2 == 0 ? two : one));
    }
    done.set(true);
    reader.join();
    assertThat(met).isSubsetOf(one, two).isNotEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenLeavesNothing() throws IOException {
    Path notAFolder = Files.createFile(root.resolve("not-a-folder"));
    assertThatThrownBy(() -> DurableFiles.replace(notAFolder.resolve("file"), bytes("text")))
        .isInstanceOf(FileSystemException.class);
    assertThat(notAFolder).isEmptyFile();
  }
}
