package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleFilesRefusalTest extends HarmedBundle {

  @Test
  void opensABundleWithAnotherFileThatItsChecksumsList() {
    assertThat(Bundle.load(folder, BundleParts.CATALOGUE).golden()).isNotEmpty();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    folder = parent.resolve("v2");

    assertRefusal("There is no bundle", "v2 is not a folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundle.json",
        "model.json",
        "model.ubj",
        "golden.json",
        "reference.json",
        "more.json",
        "checksums.sha256"
      })
  void refusesABundleWithoutAFile(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertRefusal("incomplete", "The file " + file + " is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bundle.json", "model.json", "model.ubj", "golden.json", "reference.json"})
  void refusesABundleThatNeverHadAFile(String file) throws IOException {
    Files.delete(folder.resolve(file));
    sign();

    assertRefusal("incomplete", "The file " + file + " is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bundle.json",
        "model.json",
        "model.ubj",
        "golden.json",
        "reference.json",
        "more.json"
      })
  void refusesAFileWithOneChangedBit(String file) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(file));
    content[content.length / 2] ^= 1;
    Files.write(folder.resolve(file), content);

    assertRefusal("damaged or changed", "The SHA-256 of " + file + " differs");
  }

  @Test
  void refusesAFileNobodyVouchesFor() throws IOException {
    Files.write(folder.resolve("extra.json"), new byte[0]);

    assertRefusal("nobody vouches for", "extra.json is not listed");
  }

  @Test
  void refusesAFolderWithinTheBundle() throws IOException {
    Files.createDirectory(folder.resolve("more"));

    assertRefusal("cannot be read", "more: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\n", "0123  model.json\n", "%s  ../model.json\n"})
  void refusesDamagedChecksums(String line) throws IOException {
    Files.writeString(folder.resolve(Checksums.FILE), line.formatted("0".repeat(64)));

    assertRefusal("checksums of the bundle are damaged", "Line 1");
  }

  @Test
  void refusesAFileListedTwice() throws IOException {
    String lines = Files.readString(folder.resolve(Checksums.FILE));
    Files.writeString(folder.resolve(Checksums.FILE), lines + lines);

    assertRefusal("checksums of the bundle are damaged", "Line 7");
  }

  @Test
  void refusesAnOversizedFileWithoutReadingIt() throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("model.ubj").toFile(), "rw")) {
      sparse.setLength(ModelReader.MAX_BYTES + 1L);
    }

    assertRefusal("too large", "model.ubj has 268435457 bytes");
  }
}
