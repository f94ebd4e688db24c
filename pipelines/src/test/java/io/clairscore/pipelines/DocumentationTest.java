package io.clairscore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists in the READMEs hold what there is, no less and no more. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void theReadmeOfPipelinesNamesEveryPackage() throws IOException {
    Path sources = ROOT.resolve("pipelines/src/main/java/io/clairscore/pipelines");
    Set<String> packages =
        found(sources, file -> file.endsWith("package-info.java")).stream()
            .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(cells("pipelines/README.md", "^\\| `([a-z.]+)` \\|")).containsAll(packages);
    assertThat(packages).hasSizeGreaterThan(15);
  }

  @Test
  void everyDecisionIsInTheIndexUnderItsTitle() throws IOException {
    Path decisions = ROOT.resolve("docs/decisions");
    Set<String> rows = new TreeSet<>();
    for (Path page : found(decisions, file -> file.getFileName().toString().matches("\\d{4}-.*"))) {
      String title = Files.readAllLines(page).get(0).replaceFirst("^# 0*(\\d+)\\. ", "");
      String name = page.getFileName().toString();
      rows.add(Integer.parseInt(name.substring(0, 4)) + " | [" + title + "](" + name + ")");
    }
    assertThat(cells("docs/decisions/README.md", "^\\| (\\d+ \\| \\[.*\\]\\(.*\\)) \\|"))
        .isEqualTo(rows)
        .hasSizeGreaterThan(20);
  }

  @Test
  void theReadmeOfDocsNamesEveryPageAndFolder() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      Set<String> names =
          pages
              .map(page -> page.getFileName() + (Files.isDirectory(page) ? "/" : ""))
              .filter(name -> !name.equals("README.md"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(cells("docs/README.md", "^\\| `([^`]+)` \\|")).isEqualTo(names);
    }
  }

  @Test
  void theReadmeOfTheChecksNamesEveryScript() throws IOException {
    Path checks = ROOT.resolve("scripts/checks");
    String readme = Files.readString(checks.resolve("README.md"));
    List<Path> scripts =
        found(
            checks,
            file ->
                !file.toString().contains("__pycache__")
                    && !file.toString().matches(".*\\.(md|txt|pyc)"));
    assertThat(scripts)
        .hasSizeGreaterThan(20)
        .allSatisfy(script -> assertThat(readme).contains("`" + script.getFileName() + "`"));
  }

  private static List<Path> found(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }

  private static Set<String> cells(String file, String expression) throws IOException {
    return Pattern.compile(expression, Pattern.MULTILINE)
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
