package io.clairscore.scorer;

import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checksums of a bundle, in the format of {@code sha256sum}, so that {@code sha256sum -c
 * checksums.sha256} verifies a bundle by hand.
 */
final class Checksums {
  static final String FILE = "checksums.sha256";

  /** A plain file name: no path, and not hidden. */
  static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](" + FILE_NAME + ")");

  private Checksums() {}

  /** The lines of these files, by name. */
  static byte[] of(Map<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(files)
        .forEach((name, content) -> lines.append(Sha256.of(content)).append("  " + name + "\n"));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads every file of a folder and verifies it. What was verified is what is returned: nothing is
   * read a second time.
   *
   * @throws Refusal if a file is missing, not listed, or another one than was listed
   */
  static Map<String, byte[]> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw BundleErrors.absent(folder);
    }
    Map<String, byte[]> files = readAll(folder);
    byte[] checksums = files.remove(FILE);
    if (checksums == null) {
      throw BundleErrors.missingFile(FILE);
    }
    Map<String, String> expected = parse(new String(checksums, StandardCharsets.UTF_8));
    for (Map.Entry<String, String> line : expected.entrySet()) {
      byte[] content = files.get(line.getKey());
      if (content == null) {
        throw BundleErrors.missingFile(line.getKey());
      }
      if (!Sha256.of(content).equals(line.getValue())) {
        throw BundleErrors.checksum(line.getKey());
      }
    }
    for (String name : files.keySet()) {
      if (!expected.containsKey(name)) {
        throw BundleErrors.unlisted(name);
      }
    }
    return files;
  }

  private static Map<String, byte[]> readAll(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path path : list(folder)) {
      String name = path.getFileName().toString();
      try {
        long bytes = Files.size(path);
        if (bytes > ModelReader.MAX_BYTES) {
          throw BundleErrors.tooLarge(name, bytes, ModelReader.MAX_BYTES);
        }
        files.put(name, Files.readAllBytes(path));
      } catch (IOException e) {
        throw BundleErrors.unreadable(name, e);
      }
    }
    return files;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw BundleErrors.unreadable(folder.toString(), e);
    }
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> checksums = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches() || checksums.put(line.group(2), line.group(1)) != null) {
        throw BundleErrors.checksumSyntax(i + 1);
      }
    }
    return checksums;
  }
}
