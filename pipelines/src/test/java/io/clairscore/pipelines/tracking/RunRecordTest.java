package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
  @TempDir Path folder;

  private RunRecord open() {
    return RunRecord.open(folder, "monday");
  }

  private RunFacts onDisk() {
    return RunFacts.of(RunRecord.log(folder).read());
  }

  private int lines() {
    return RunRecord.log(folder).read().size();
  }

  @Test
  void whatWasSaidIsOnDiskAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("cost.svg"), "<svg/>");
    open()
        .parameter("eta", 0.03)
        .metric("auc", 0.75)
        .metric("logloss", 0.5, 1)
        .metric("logloss", 0.25, 2)
        .tag("commit", "abc")
        .artifact(file, "figures/cost.svg");

    RunFacts facts = onDisk();
    assertThat(facts.name()).isEqualTo("monday");
    assertThat(facts.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(facts.parameters()).containsExactly(java.util.Map.entry("eta", "0.03"));
    assertThat(facts.metric("auc")).contains(0.75);
    assertThat(facts.metrics().get("logloss")).containsEntry(1L, 0.5).containsEntry(2L, 0.25);
    assertThat(facts.tags()).containsEntry("commit", "abc");
    assertThat(facts.artifacts()).containsExactly("figures/cost.svg");
    assertThat(folder.resolve("artifacts/figures/cost.svg")).hasContent("<svg/>");
  }

  @Test
  void aRunThatIsContinuedSaysNothingTwice() {
    open().parameter("eta", 0.03).metric("auc", 0.75).tag("commit", "abc");
    String id = onDisk().id();
    int lines = lines();
    open().parameter("eta", 0.03).metric("auc", 0.75).tag("commit", "abc");
    assertThat(lines()).isEqualTo(lines);
    assertThat(onDisk().id()).isEqualTo(id);
  }

  @Test
  void aLineWhoseWriterWasKilledIsNotPartOfTheRecord() throws Exception {
    open().metric("auc", 0.75);
    Path file = folder.resolve("record.jsonl");
    Files.writeString(file, "{\"event\":\"metric\",\"ke", StandardOpenOption.APPEND);
    assertThat(lines()).isEqualTo(2);

    open().metric("ks", 0.4);
    assertThat(onDisk().metric("ks")).contains(0.4);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void anotherParameterIsAnotherRun() {
    open().parameter("eta", 0.03);
    assertThatThrownBy(() -> open().parameter("eta", 0.1))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContaining("monday")
        .hasMessageContaining("0.03")
        .hasMessageContaining("--run-id");
  }

  @Test
  void aFigureThatCouldNotBeMeasuredIsKeptAsSuch() {
    open().metric("auc", Double.NaN);
    assertThat(onDisk().metric("auc")).contains(Double.NaN);
    open().metric("auc", Double.NaN);
    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void childrenHaveRecordsOfTheirOwn() {
    RunRecord parent = open();
    parent.child("logistic").metric("auc", 0.7).finish(RunStatus.FINISHED);
    parent.child("xgboost").metric("auc", 0.76).finish(RunStatus.FAILED);
    parent.finish(RunStatus.FINISHED);
    List<Path> children = RunRecord.children(folder);
    assertThat(children)
        .extracting(path -> path.getFileName().toString())
        .containsExactly("logistic", "xgboost");
    assertThat(RunFacts.of(RunRecord.log(children.get(1)).read()).status())
        .isEqualTo(RunStatus.FAILED);
    assertThat(onDisk().status()).isEqualTo(RunStatus.FINISHED);
  }

  @Test
  void aFolderIsKeptWithAllItHolds() throws Exception {
    Path model = Files.createDirectories(folder.resolve("given/deeper"));
    Files.writeString(folder.resolve("given/MLmodel"), "flavors");
    Files.writeString(model.resolve("x.txt"), "x");
    open().artifact(folder.resolve("given"), "model");
    assertThat(onDisk().artifacts()).containsExactly("model/MLmodel", "model/deeper/x.txt");
    assertThat(folder.resolve("artifacts/model/deeper/x.txt")).hasContent("x");
  }

  @Test
  void nothingLeavesTheRecord() {
    byte[] content = "x".getBytes(StandardCharsets.UTF_8);
    for (String path : List.of("a/../../x", "../x", "/etc/x", "", "a\nb")) {
      assertThatThrownBy(() -> open().artifact(content, path))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> open().child("../x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> open().parameter("x", "y".repeat(6001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalThreadsMayWriteToOneRecord() {
    RunRecord record = open();
    IntStream.range(0, 400).parallel().forEach(step -> record.metric("loss", step, step));
    assertThat(onDisk().metrics().get("loss")).hasSize(400);
  }
}
