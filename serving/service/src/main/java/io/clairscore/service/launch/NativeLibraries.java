package io.clairscore.service.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * The native libraries of DuckDB (72 MB) and SQLite, placed beside our jar once. DuckDB would
 * unpack the one it finds at the root of its jar at every start, in 0.6 s, and SQLite its own into
 * the temporary folder, from which containers often may not run anything. Where the program is no
 * jar of ours, nothing is placed.
 */
public final class NativeLibraries {
  /** Where our jar keeps DuckDB's: not where DuckDB looks for it inside a jar. */
  static final String DUCKDB_ENTRIES = "native/";

  private static final String SQLITE_ENTRIES = "org/sqlite/native/Linux/";
  private static final String SQLITE_FOLDER = "org.sqlite.lib.path";

  private final Path program;
  private final String system;
  private final String processor;

  /**
   * @param program the jar, or the folder of classes, that DuckDB's classes came from
   * @param system what Java calls the operating system, as in {@code os.name}
   * @param processor what Java calls the processor, as in {@code os.arch}
   */
  NativeLibraries(Path program, String system, String processor) {
    this.program = program;
    this.system = system.toLowerCase(Locale.ROOT).trim();
    this.processor = processor.toLowerCase(Locale.ROOT).trim();
  }

  /**
   * Makes sure that both libraries are found where they need not be unpacked again. To be called
   * before either database is opened.
   *
   * @throws io.clairscore.features.refusal.Refusal if DuckDB has none for this machine, or it
   *     cannot be written
   */
  public static void place() {
    NativeLibraries libraries =
        new NativeLibraries(
            program(), System.getProperty("os.name"), System.getProperty("os.arch"));
    if (!libraries.duckDbFindsItsOwn(System.getProperty("java.library.path", ""))) {
      libraries.placeDuckDb();
      libraries
          .placeSqlite()
          .ifPresent(
              folder -> {
                if (System.getProperty(SQLITE_FOLDER) == null) {
                  System.setProperty(SQLITE_FOLDER, folder.toString());
                }
              });
    }
  }

  /** Places DuckDB's library beside the program, unless that very one is there. */
  Path placeDuckDb() {
    Path target = program.resolveSibling(duckDbName());
    try {
      if (new JarLibrary(program, DUCKDB_ENTRIES + duckDbName()).place(target)
          // A person may have placed it.
          || Files.exists(target)) {
        return target;
      }
    } catch (IOException e) {
      throw LaunchErrors.notPlaced(DUCKDB_ENTRIES + duckDbName(), target, e);
    }
    throw LaunchErrors.otherPlatform(duckDbName(), target);
  }

  /** The folder SQLite's library stands in; empty where SQLite itself has to find and unpack it. */
  Optional<Path> placeSqlite() {
    Path target = program.resolveSibling("libsqlitejdbc.so");
    String entry = SQLITE_ENTRIES + (duckDbProcessor().equals("arm64") ? "aarch64" : "x86_64");
    try {
      return system.equals("linux")
              && new JarLibrary(program, entry + "/libsqlitejdbc.so").place(target)
          ? Optional.of(target.toAbsolutePath().getParent())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean duckDbFindsItsOwn(String libraryPath) {
    String file = System.mapLibraryName("duckdb_java");
    return DuckDBDriver.class.getResource("/" + duckDbName()) != null
        || Stream.of(libraryPath.split(File.pathSeparator))
            .anyMatch(folder -> !folder.isEmpty() && Files.exists(Path.of(folder, file)));
  }

  private String duckDbName() {
    String name = system.startsWith("windows") ? "windows" : system;
    return "libduckdb_java.so_"
        + (name.startsWith("mac") ? "macos" : name)
        + "_"
        + duckDbProcessor();
  }

  private String duckDbProcessor() {
    return switch (processor) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> processor;
    };
  }

  private static Path program() {
    try {
      return Path.of(
          DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException("The jar has no path", e));
    }
  }
}
