package io.clairscore.service.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB's native library beside the jar. */
final class DuckDbLibraryTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir private Path folder;

  @Test
  void firstStartPlacesTheLibraryOfThisMachine() throws IOException {
    Path placed = library(jar("first")).placeBeside();

    assertThat(placed).isEqualTo(folder.resolve("libduckdb_java.so_linux_amd64"));
    assertThat(placed).hasContent("first");
    assertThat(names())
        .containsExactlyInAnyOrder(
            "libduckdb_java.so_linux_amd64",
            "libduckdb_java.so_linux_amd64.checksum",
            "service.jar");
  }

  @Test
  void laterStartsLeaveItAlone() throws IOException {
    Path placed = library(jar("first")).placeBeside();
    Files.setLastModifiedTime(placed, LONG_AGO);

    library(folder.resolve("service.jar")).placeBeside();

    assertThat(Files.getLastModifiedTime(placed)).isEqualTo(LONG_AGO);
  }

  @Test
  void anotherJarReplacesItEvenIfItHasTheSameLength() throws IOException {
    library(jar("first")).placeBeside();

    assertThat(library(jar("other")).placeBeside()).hasContent("other");
  }

  @Test
  void aFileThatSomethingElseLeftThereIsReplaced() throws IOException {
    Files.writeString(folder.resolve("libduckdb_java.so_linux_amd64"), "whoknows");

    assertThat(library(jar("first")).placeBeside()).hasContent("first");
  }

  @Test
  void anotherPlatformIsRefusedWithTheRemedyUnlessItsLibraryWasPlaced() throws IOException {
    DuckDbLibrary mac = new DuckDbLibrary(jar("first"), "Mac OS X", "aarch64");

    assertThatThrownBy(mac::placeBeside)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("libduckdb_java.so_macos_arm64")
        .hasMessageContaining("Linux with glibc on x86_64 and aarch64")
        .hasMessageContaining("duckdb_jdbc, Maven Central");

    Path placed = Files.writeString(folder.resolve("libduckdb_java.so_macos_arm64"), "by hand");
    assertThat(mac.placeBeside()).isEqualTo(placed).hasContent("by hand");
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedWithTheRemedy() throws IOException {
    Path jar = jar("first");
    // A folder in the way stands for one without permission, which root would not notice.
    Files.createDirectories(folder.resolve("libduckdb_java.so_linux_amd64/in the way"));

    assertThatThrownBy(() -> library(jar).placeBeside())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Cannot write DuckDB's library")
        .hasMessageContaining("unzip -p JAR native/libduckdb_java.so_linux_amd64");
  }

  @Test
  void whereDuckDbBringsItsOwnNothingIsPlaced() throws Exception {
    Path jarOfDuckDb =
        Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    DuckDbLibrary.place();

    assertThat(jarOfDuckDb.resolveSibling("libduckdb_java.so_linux_amd64")).doesNotExist();
  }

  private static DuckDbLibrary library(Path jar) {
    return new DuckDbLibrary(jar, "Linux", "x86_64");
  }

  private Path jar(String content) throws IOException {
    Path jar = folder.resolve("service.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("native/libduckdb_java.so_linux_amd64"));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
