package io.clairscore.pipelines.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredScoresTest {
  @TempDir Path folder;

  private static Scores scores() {
    return new Scores(
        new ScoredClients(
            new int[] {1, 2, 3, 4},
            new int[] {0, 1, 0, 1},
            new int[] {0, 1, 0, -1},
            new double[] {-1 / 3.0, 2, 1e-17, Double.MIN_VALUE}),
        new double[] {0.1, 0.3, 1 / 7.0, 1});
  }

  private static void assertSame(Scores found) {
    assertThat(found.probability()).isEqualTo(scores().probability());
    assertThat(found.clients().margin()).isEqualTo(scores().clients().margin());
    assertThat(found.clients().client()).isEqualTo(scores().clients().client());
    assertThat(found.clients().target()).isEqualTo(scores().clients().target());
    assertThat(found.clients().fold()).isEqualTo(scores().clients().fold());
  }

  @Test
  void scoresAreReadBackToTheLastDigit() throws IOException {
    StoredScores file = new StoredScores(folder.resolve("some/scores.csv.gz"));
    file.write(scores());
    assertSame(file.read());
  }

  @Test
  void decisionsAreReadBackAndReadByOthersAsText() throws IOException {
    StoredScores file = new StoredScores(folder.resolve("predictions.csv"));
    file.write(Decisions.at(scores(), -0.1));
    assertThat(Files.readAllLines(file.path()))
        .startsWith(
            "SK_ID_CURR,TARGET,set,fold,margin,probability,decision",
            "1,0,train,0,-0.3333333333333333,0.1,0",
            "2,1,train,1,2.0,0.3,1")
        .last()
        .isEqualTo("4,1,holdout,-1,4.9E-324,1.0,1");
    assertSame(file.read());
    assertThat(file.readDecisions().refused()).containsExactly(false, true, true, true);
  }

  @Test
  void aFileThatIsNotOneOfScoresIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "SK_ID_CURR,TARGET\n1,0\n");
    assertThatThrownBy(() -> new StoredScores(file).readDecisions())
        .hasMessageContaining("first line");
    Path torn =
        Files.writeString(
            folder.resolve("b.csv"),
            "SK_ID_CURR,TARGET,set,fold,margin,probability,decision\n1,0,holdout,-1,0.");
    assertThatThrownBy(() -> new StoredScores(torn).readDecisions())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Line 2");
    Path empty = Files.createFile(folder.resolve("c.csv"));
    assertThatThrownBy(() -> new StoredScores(empty).read()).isInstanceOf(IOException.class);
  }
}
