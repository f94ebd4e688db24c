package io.clairscore.service.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB's native library, 72 MB. DuckDB unpacks the one it finds at the root of its jar at every
 * start, in 0.6 s; failing that it loads the file of the same name beside the jar. So our jar
 * carries it elsewhere, and the first start places it there.
 */
public final class DuckDbLibrary {
  /** Where our jar keeps the libraries. */
  static final String ENTRIES = "native/";

  private final Path program;
  private final String name;

  /**
   * @param program the jar, or the folder of classes, that DuckDB's classes came from
   * @param system what Java calls the operating system and the processor, as in {@code os.name}
   */
  DuckDbLibrary(Path program, String system, String processor) {
    this.program = program;
    this.name = "libduckdb_java.so_" + os(system) + "_" + architecture(processor);
  }

  /**
   * Makes sure that DuckDB finds its library.
   *
   * @throws io.clairscore.features.refusal.Refusal if there is none for this machine, or it cannot
   *     be written
   */
  public static void place() {
    DuckDbLibrary library =
        new DuckDbLibrary(program(), System.getProperty("os.name"), System.getProperty("os.arch"));
    boolean foundByDuckDb =
        DuckDBDriver.class.getResource("/" + library.name) != null
            || onLibraryPath(System.getProperty("java.library.path", ""));
    if (!foundByDuckDb) {
      library.placeBeside();
    }
  }

  /** Places the library beside the program, unless that very one is there. */
  Path placeBeside() {
    Path target = program.resolveSibling(name);
    try (JarFile jar = new JarFile(program.toFile())) {
      ZipEntry entry = jar.getEntry(ENTRIES + name);
      if (entry == null) {
        // A person may have placed it.
        if (Files.exists(target)) {
          return target;
        }
        throw LaunchErrors.otherPlatform(name, target);
      }
      // The checksum stands in the jar's directory: it costs nothing to read.
      String checksum = Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
      if (!stands(target, entry.getSize(), checksum)) {
        write(jar.getInputStream(entry), target, checksum);
      }
      return target;
    } catch (IOException e) {
      throw LaunchErrors.notPlaced(target, e);
    }
  }

  private static boolean stands(Path target, long bytes, String checksum) throws IOException {
    try {
      return Files.size(target) == bytes && Files.readString(stamp(target)).equals(checksum);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Written aside and renamed: a second start meanwhile, or a kill, never meets half of it. */
  private static void write(InputStream bytes, Path target, String checksum) throws IOException {
    Path aside = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
    try (bytes) {
      Files.copy(bytes, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(stamp(target));
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(stamp(target), checksum);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path stamp(Path target) {
    return target.resolveSibling(target.getFileName() + ".checksum");
  }

  private static Path program() {
    try {
      return Path.of(
          DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException("The jar has no path", e));
    }
  }

  private static boolean onLibraryPath(String folders) {
    String file = System.mapLibraryName("duckdb_java");
    return Stream.of(folders.split(File.pathSeparator))
        .anyMatch(folder -> !folder.isEmpty() && Files.exists(Path.of(folder, file)));
  }

  /** As DuckDB names it. */
  private static String os(String name) {
    String lower = name.toLowerCase(Locale.ROOT).trim();
    if (lower.startsWith("windows")) {
      return "windows";
    }
    return lower.startsWith("mac") ? "macos" : lower;
  }

  private static String architecture(String name) {
    String lower = name.toLowerCase(Locale.ROOT).trim();
    if (lower.equals("x86_64")) {
      return "amd64";
    }
    return lower.equals("aarch64") ? "arm64" : lower;
  }
}
