package io.clairscore.features.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replaces files in a process of its own, which dies at a named moment, and what is left then. */
final class Dying {
  static final int KILLED = 137;

  private Dying() {}

  /** Replaces {@code a} and {@code b} in the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    new FileSet(Path.of(arguments[0]), "test").replace(contents("new a", "new b"));
  }

  /** The exit status of {@link #main} in a process that dies at a moment; none if it is empty. */
  static int replacingFiles(Path folder, String moment) throws Exception {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Dying.class.getName(),
            folder.toString());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(CrashPoint.VARIABLE, moment);
    return builder.start().waitFor();
  }

  static Map<String, byte[]> contents(String a, String b) {
    return Map.of("a", bytes(a), "b", bytes(b));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a reader sees: the files of a folder by name. Names with a dot are not read by anybody.
   */
  static Map<String, String> seen(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Path file : list(folder)) {
      if (!file.getFileName().toString().startsWith(".")) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }

  static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
