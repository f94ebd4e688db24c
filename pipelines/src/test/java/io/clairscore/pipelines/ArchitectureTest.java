package io.clairscore.pipelines;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and between packages, what stays out of each, and what names say. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("features", "serving/scorer", "serving/service", "drift-report", "pipelines");
  private static final String[] SPARK = {
    "org.apache.spark..", "org.apache.hadoop..", "io.delta..", "ml.dmlc..", "scala.."
  };

  /** About three quarters of the classes there are: far more than any module has alone. */
  private static final int FLOOR = 550;

  /** Names of two types each that nobody confuses; a name not listed here may stand only once. */
  private static final Set<String> SHARED_NAMES =
      Set.of(
          "Application",
          "Candidate",
          "Cells",
          "Comparison",
          "Condition",
          "Documents",
          "DossierErrors",
          "DriftErrors",
          "Importance",
          "Measure",
          "Numbers",
          "Orphans",
          "Phrase",
          "Population",
          "Published",
          "Rule",
          "Search",
          "Source",
          "Statistics",
          "Template",
          "Verdict",
          "Wording",
          "Words");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  @Test
  void theRulesSeeEveryClassOfTheSources() {
    Set<String> compiled =
        CLASSES.stream().map(JavaClass::getName).collect(toCollection(TreeSet::new));
    assertThat(compiled).containsAll(sources()).hasSizeGreaterThan(FLOOR);
  }

  @Test
  void noPackageStandsInACircle() {
    slices().matching("io.clairscore.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "features |",
        "scorer | features",
        "drift | features",
        "service | features scorer drift",
        "pipelines | features scorer drift"
      })
  void aModuleStandsOnTheseAlone(String module, String others) {
    String[] own = {"io.clairscore." + module + ".."};
    String[] allowed =
        Stream.of((module + (others == null ? "" : " " + others)).split(" "))
            .map(name -> "io.clairscore." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(own)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.clairscore..").and(resideOutsideOfPackages(allowed)))
        .allowEmptyShould(module.equals("service"))
        .check(CLASSES);
  }

  @Test
  void sparkStaysInPipelines() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.clairscore.pipelines..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SPARK)
        .check(CLASSES);
  }

  /** To Spark's reader a name is a pattern. */
  @Test
  void rowsAreReadByNameInTwoPlacesOnly() {
    assertThat(CLASSES)
        .filteredOn(type -> !type.getSimpleName().matches("NamedFiles|DeltaFolders"))
        .flatExtracting(JavaClass::getMethodCallsFromSelf)
        .filteredOn(call -> call.getTargetOwner().getSimpleName().equals("DataFrameReader"))
        .filteredOn(call -> call.getName().matches("load|csv|json|parquet|orc|text|textFile"))
        .isEmpty();
  }

  /** What can be used, tested and understood without Spark. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "account",
        "chart",
        "conf",
        "csv",
        "documents",
        ".evaluation",
        "run",
        "study.search"
      })
  void thesePackagesOfPipelinesAreFreeOfSpark(String name) {
    String named = "io.clairscore.pipelines." + name + "..";
    assertThat(CLASSES).as(named).anyMatch(resideInAnyPackage(named));
    noClasses()
        .that()
        .resideInAPackage(named)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SPARK)
        .check(CLASSES);
  }

  @Test
  void kotlinStaysOutOfEverythingOfOurs() throws Exception {
    noClasses().should().dependOnClassesThat().resideInAPackage("kotlin..").check(CLASSES);
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        assertThat(files.filter(file -> file.toString().endsWith(".kt"))).isEmpty();
      }
    }
  }

  @Test
  void everyPackageHasItsDoor() {
    for (Path folder : folders()) {
      assertThat(folder.resolve("package-info.java")).exists();
    }
  }

  @Test
  void aNameSaysWhatATypeIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?)(\\$.*)?").check(CLASSES);
  }

  /** Whoever reads the service never sees a type of the batch, and the other way round. */
  @ParameterizedTest
  @ValueSource(strings = {"io.clairscore.service.", "io.clairscore.pipelines."})
  void inAProgramANameStandsForOneThing(String otherProgram) {
    Map<String, List<String>> named =
        sources().stream()
            .filter(name -> !name.startsWith(otherProgram))
            .collect(groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
    named.values().removeIf(types -> types.size() == 1);
    assertThat(named.keySet()).as("%s", named).isSubsetOf(SHARED_NAMES);
  }

  /** The types that have a file of their own, by their full names. */
  private static List<String> sources() {
    return MODULES.stream()
        .map(module -> ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(folder -> javaFiles(folder).map(file -> folder.relativize(file).toString()))
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
        .toList();
  }

  private static Set<Path> folders() {
    return MODULES.stream()
        .flatMap(module -> javaFiles(ROOT.resolve(module).resolve("src/main/java")))
        .map(Path::getParent)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
