package io.clairscore.features.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSwapTest {
  @TempDir Path root;

  @Test
  void aFinishedFolderTakesThePlaceOfAnother() throws IOException {
    Path finished = folder("finished", "new");
    Path place = folder("place", "old");
    Files.writeString(place.resolve("only-before"), "old");

    FolderSwap.replace(finished, place);
    assertThat(place.resolve("deep/file")).hasContent("new");
    assertThat(place.resolve("only-before")).doesNotExist();
    assertThat(Dying.list(root)).as("nothing is left aside").containsExactly(place);
  }

  @Test
  void aFinishedFolderTakesAnEmptyPlace() throws IOException {
    FolderSwap.replace(folder("finished", "new"), root.resolve("place"));
    assertThat(root.resolve("place/deep/file")).hasContent("new");
  }

  @Test
  void anAbsentFolderIsAlreadyRemoved() throws IOException {
    FolderSwap.remove(root.resolve("absent"));
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void whatADeadRemovalLeftOutOfSightGoesWithTheNext() throws IOException {
    folder(".place.removed", "half removed");
    FolderSwap.remove(folder("place", "old"));
    assertThat(root).isEmptyDirectory();

    folder(".place.removed", "half removed");
    FolderSwap.remove(root.resolve("place"));
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsNotThereCannotTakeAPlace() throws IOException {
    assertThatThrownBy(() -> FolderSwap.replace(root.resolve("absent"), root.resolve("place")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path folder(String name, String content) throws IOException {
    Path folder = root.resolve(name);
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("deep/file"), content);
    return folder;
  }
}
