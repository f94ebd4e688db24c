package io.clairscore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.clairscore.pipelines.run.Report;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps have one shape: {@code static Report run(Job, Request)}. */
class StepShapeTest {
  /** Steps of another shape: in two applications, in words of two languages, or without Spark. */
  private static final Set<String> OTHERS =
      Set.of("StudyStep", "TrainStep", "ExplainStep", "SimulationStep", "HistoryStep");

  private static final List<JavaClass> STEPS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("io.clairscore.pipelines")
              .stream()
              .filter(type -> type.getSimpleName().endsWith("Step"))
              .filter(type -> !OTHERS.contains(type.getSimpleName()))
              .toList();

  @Test
  void everyStepIsRunOfAJobAndARequest() {
    assertThat(STEPS).hasSizeGreaterThan(6);
    for (JavaClass step : STEPS) {
      List<JavaMethod> runs =
          step.getMethods().stream()
              .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
              .filter(method -> method.getName().equals("run"))
              .toList();
      assertThat(runs).as(step.getName()).hasSize(1);
      JavaMethod run = runs.get(0);
      assertThat(run.getModifiers()).as(run.getFullName()).contains(JavaModifier.STATIC);
      List<String> asked =
          run.getRawParameterTypes().stream().map(JavaClass::getSimpleName).toList();
      assertThat(asked).as(run.getFullName()).hasSizeLessThan(3).startsWith("Job");
      assertThat(asked.subList(1, asked.size()))
          .as(run.getFullName())
          .allMatch(name -> name.endsWith("Request"));
      assertThat(run.getRawReturnType().isAssignableTo(Report.class))
          .as(run.getFullName())
          .isTrue();
    }
  }
}
