package io.clairscore.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, and what stays out of each. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("features", "serving/scorer", "serving/service", "drift-report", "pipelines");
  private static final String[] SPARK = {
    "org.apache.spark..", "org.apache.hadoop..", "io.delta..", "ml.dmlc..", "scala.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  @Test
  void theRulesSeeTheWholeProject() {
    assertThat(CLASSES.size()).isGreaterThan(60);
    assertThat(CLASSES.containPackage("io.clairscore.features.schema")).isTrue();
    assertThat(CLASSES.containPackage("io.clairscore.scorer")).isTrue();
    assertThat(CLASSES.containPackage("io.clairscore.pipelines.cli")).isTrue();
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
  void theCreditDomainStandsOnNothing() {
    noClasses()
        .that()
        .resideInAPackage("io.clairscore.features..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.clairscore.scorer..",
            "io.clairscore.drift..",
            "io.clairscore.service..",
            "io.clairscore.pipelines..")
        .check(CLASSES);
  }

  @Test
  void theScorerStandsOnTheCreditDomainAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.clairscore.scorer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.clairscore.drift..", "io.clairscore.service..", "io.clairscore.pipelines..")
        .check(CLASSES);
  }

  @Test
  void theDriftReportStandsOnTheCreditDomainAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.clairscore.drift..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.clairscore.scorer..", "io.clairscore.service..", "io.clairscore.pipelines..")
        .check(CLASSES);
  }

  @Test
  void serviceAndPipelinesDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("io.clairscore.service..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.clairscore.pipelines..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.clairscore.pipelines..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.clairscore.service..")
        .check(CLASSES);
  }
}
