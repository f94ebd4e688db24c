package io.clairscore.features.files;

import static io.clairscore.features.files.Dying.contents;
import static io.clairscore.features.files.Dying.list;
import static io.clairscore.features.files.Dying.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSetTest {
  @TempDir Path root;
  private Path folder;
  private FileSet files;

  @BeforeEach
  void aFolderOfTwoFilesAndAStranger() throws Exception {
    folder = root.resolve("folder");
    files = new FileSet(folder, "test");
    files.replace(contents("old a", "old b"));
    Files.writeString(folder.resolve("stranger"), "kept");
  }

  @Test
  void filesAreReplacedTogetherAndOthersStay() throws Exception {
    files.replace(contents("new a", "new b"));
    assertThat(seen(folder)).isEqualTo(Map.of("a", "new a", "b", "new b", "stranger", "kept"));
    assertThat(list(folder)).as("nothing is left aside").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "test.files-written, old a, old b",
    "test.files-counted, old a, old b",
    "test.file-placed, new a, old b"
  })
  void whoDiesLeavesWholeFilesAndTheNextStartFinishesWhatCounted(String moment, String a, String b)
      throws Exception {
    assertThat(Dying.replacingFiles(folder, moment)).isEqualTo(Dying.KILLED);
    assertThat(seen(folder)).isEqualTo(Map.of("a", a, "b", b, "stranger", "kept"));

    files.finish();
    boolean counted = !moment.equals("test.files-written");
    assertThat(seen(folder))
        .isEqualTo(
            counted
                ? Map.of("a", "new a", "b", "new b", "stranger", "kept")
                : Map.of("a", "old a", "b", "old b", "stranger", "kept"));
    assertThat(list(folder)).as("nothing is left aside").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"test.files-written", "test.files-counted", "test.file-placed"})
  void theNextReplacementIsNotHinderedByADeadOne(String moment) throws Exception {
    Dying.replacingFiles(folder, moment);
    files.replace(contents("later a", "later b"));
    assertThat(seen(folder)).isEqualTo(Map.of("a", "later a", "b", "later b", "stranger", "kept"));
    assertThat(list(folder)).as("nothing is left aside").hasSize(3);
  }

  @Test
  void aProcessThatIsToldNoMomentLives() throws Exception {
    assertThat(Dying.replacingFiles(folder, "")).isZero();
    assertThat(seen(folder)).containsEntry("a", "new a").containsEntry("b", "new b");
  }

  @Test
  void aFolderInThePlaceOfAFileIsRefusedBeforeAnythingChanges() throws Exception {
    Files.delete(folder.resolve("b"));
    Files.createDirectory(folder.resolve("b"));
    assertThatThrownBy(() -> files.replace(contents("new a", "new b")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a folder");
    assertThat(folder.resolve("a")).hasContent("old a");
  }

  @Test
  void finishingWhereNothingWasLeftDoesNothing() throws Exception {
    files.finish();
    new FileSet(root.resolve("absent"), "test").finish();
    assertThat(seen(folder)).containsEntry("a", "old a").hasSize(3);
    assertThat(root.resolve("absent")).doesNotExist();
  }
}
