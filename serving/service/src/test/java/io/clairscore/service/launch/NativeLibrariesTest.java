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

/** The native libraries beside the jar. */
final class NativeLibrariesTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir private Path folder;

  @Test
  void firstStartPlacesTheLibraryOfThisMachine() throws IOException {
    Path placed = library(jar("first")).placeDuckDb();

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
    Path placed = library(jar("first")).placeDuckDb();
    Files.setLastModifiedTime(placed, LONG_AGO);

    library(folder.resolve("service.jar")).placeDuckDb();

    assertThat(Files.getLastModifiedTime(placed)).isEqualTo(LONG_AGO);
  }

  @Test
  void anotherJarReplacesItEvenIfItHasTheSameLength() throws IOException {
    library(jar("first")).placeDuckDb();

    assertThat(library(jar("other")).placeDuckDb()).hasContent("other");
  }

  @Test
  void aFileThatSomethingElseLeftThereIsReplaced() throws IOException {
    Files.writeString(folder.resolve("libduckdb_java.so_linux_amd64"), "whoknows");

    assertThat(library(jar("first")).placeDuckDb()).hasContent("first");
  }

  @Test
  void anotherPlatformIsRefusedWithTheRemedyUnlessItsLibraryWasPlaced() throws IOException {
    NativeLibraries mac = new NativeLibraries(jar("first"), "Mac OS X", "aarch64");

    assertThatThrownBy(mac::placeDuckDb)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("libduckdb_java.so_macos_arm64")
        .hasMessageContaining("Linux with glibc on x86_64 and aarch64")
        .hasMessageContaining("duckdb_jdbc, Maven Central");

    Path placed = Files.writeString(folder.resolve("libduckdb_java.so_macos_arm64"), "by hand");
    assertThat(mac.placeDuckDb()).isEqualTo(placed).hasContent("by hand");
  }

  @Test
  void sqliteIsPlacedTooAndItsFolderTold() throws IOException {
    assertThat(library(jar("first")).placeSqlite()).contains(folder);
    assertThat(folder.resolve("libsqlitejdbc.so")).hasContent("first of SQLite");
  }

  @Test
  void sqliteUnpacksItselfWhereItCannotBePlaced() throws IOException {
    Path jar = jar("first");
    Files.createDirectories(folder.resolve("libsqlitejdbc.so/in the way"));

    assertThat(library(jar).placeSqlite()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedWithTheRemedy() throws IOException {
    Path jar = jar("first");
    // A folder in the way stands for one without permission, which root would not notice.
    Files.createDirectories(folder.resolve("libduckdb_java.so_linux_amd64/in the way"));

    assertThatThrownBy(() -> library(jar).placeDuckDb())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Cannot write DuckDB's library")
        .hasMessageContaining("unzip -p JAR native/libduckdb_java.so_linux_amd64");
  }

  @Test
  void whereDuckDbBringsItsOwnNothingIsPlaced() throws Exception {
    Path jarOfDuckDb =
        Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());

    NativeLibraries.place();

    assertThat(jarOfDuckDb.resolveSibling("libduckdb_java.so_linux_amd64")).doesNotExist();
  }

  private static NativeLibraries library(Path jar) {
    return new NativeLibraries(jar, "Linux", "x86_64");
  }

  private Path jar(String content) throws IOException {
    Path jar = folder.resolve("service.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("native/libduckdb_java.so_linux_amd64"));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
      entries.putNextEntry(new JarEntry("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"));
      entries.write((content + " of SQLite").getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
