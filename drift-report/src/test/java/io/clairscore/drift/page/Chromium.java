package io.clairscore.drift.page;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, without a window and with a profile of its own.
 *
 * @param program its executable file
 */
record Chromium(Path program) {
  /** What Debian, Ubuntu, Google and Playwright's image call it. */
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  /** The browser that the variable CHROMIUM names, or the first on the path. */
  static Optional<Chromium> ofThisMachine() {
    Map<String, String> environment = System.getenv();
    Stream<Path> named = Stream.ofNullable(environment.get("CHROMIUM")).map(Path::of);
    Stream<Path> found =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, found)
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program.toAbsolutePath()));
  }

  /**
   * The document that a page has become once its scripts have run.
   *
   * @param page an HTML file
   * @param width of the window, in pixels
   */
  String document(Path page, int width) throws IOException, InterruptedException {
    Path profile = Files.createDirectories(page.resolveSibling(page.getFileName() + ".profile"));
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of("--headless=new", "--disable-gpu", "--disable-dev-shm-usage"));
    // The pages are our own, and its sandbox refuses root, which containers run as.
    command.addAll(List.of("--no-sandbox", "--no-first-run", "--user-data-dir=" + profile));
    command.add("--window-size=" + width + ",900");
    // Time passes as fast as the scripts allow: their timers and promises are over at the dump.
    command.addAll(List.of("--virtual-time-budget=60000", "--dump-dom", page.toUri().toString()));
    Path dump = page.resolveSibling(page.getFileName() + ".dump");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dump.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(program + " did not end within two minutes");
    }
    return Files.readString(dump, StandardCharsets.UTF_8);
  }
}
