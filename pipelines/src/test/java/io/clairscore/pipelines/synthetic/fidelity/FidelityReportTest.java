package io.clairscore.pipelines.synthetic.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.TestJobs;
import io.clairscore.pipelines.synthetic.Format;
import io.clairscore.pipelines.synthetic.GenerateRequest;
import io.clairscore.pipelines.synthetic.GenerateStep;
import io.clairscore.pipelines.synthetic.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityReportTest extends SparkTest {

  @TempDir private Path folder;

  @Test
  void generatedDataAreFaithful() {
    FidelityReport report =
        FidelityReport.of(session(), generate(new Population(5000, 1000, 20260101)));

    assertThat(report.failures()).as("%s", report.lines()).isEmpty();
    assertThat(report.lines())
        .contains("Faithful.")
        .anyMatch(line -> line.contains("5,000 clients"));
    assertThat(report.comparisons()).hasSizeGreaterThan(600);
  }

  @Test
  void tamperedDataAreNotFaithful() throws IOException {
    Path data = generate(new Population(300, 50, 1));
    emptyColumn(data.resolve("bureau.csv"), "CREDIT_ACTIVE");

    FidelityReport tampered = FidelityReport.of(session(), data);

    assertThat(tampered.failures()).extracting(Comparison::column).contains("CREDIT_ACTIVE");
    Path text = tampered.write(folder);
    assertThat(text).content().contains("Beyond tolerance").contains("bureau.CREDIT_ACTIVE");
    assertThat(folder.resolve("fidelity.json")).content().contains("\"faithful\" : false");
    assertThatThrownBy(() -> tampered.require(text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("fidelity.txt");
  }

  @Test
  void aFolderWithoutTheFilesIsRefused() {
    assertThatThrownBy(() -> FidelityReport.of(session(), folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("application_train");
  }

  @Test
  void theStabilityIndexIsThatOfTheLiterature() {
    // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5), by hand.
    assertThat(Comparison.stabilityIndex(new double[] {0.5, 0.5}, new double[] {0.6, 0.4}))
        .isCloseTo(0.040547, within(1e-6));
    assertThat(Comparison.stabilityIndex(new double[] {1, 0}, new double[] {1, 0})).isZero();
  }

  private Path generate(Population population) {
    Path data = folder.resolve("data");
    GenerateStep.run(
        TestJobs.job(session(), folder, "generate"),
        new GenerateRequest(population, Format.CSV, data));
    return data;
  }

  private static void emptyColumn(Path file, String column) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int at = List.of(lines.get(0).split(",")).indexOf(column);
    String emptied =
        lines.stream()
            .skip(1)
            .map(
                line -> {
                  String[] cells = line.split(",", -1);
                  cells[at] = "";
                  return String.join(",", cells);
                })
            .collect(Collectors.joining("\n", lines.get(0) + "\n", "\n"));
    Files.writeString(file, emptied);
  }
}
