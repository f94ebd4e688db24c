package io.clairscore.pipelines.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasesTest {
  @TempDir Path root;

  private Aliases none() {
    return Aliases.read(new Workspace(root));
  }

  @Test
  void theLastTrainedIsChallengerAndTheLastPromotedIsChampion() {
    Aliases aliases = none().trained("a").promoted("a").trained("b").promoted("b").trained("c");
    aliases.write(new Workspace(root));
    assertThat(none()).isEqualTo(aliases);
    assertThat(none().byName()).containsEntry("challenger", "c").containsEntry("champion", "b");
    assertThat(none().history())
        .extracting(change -> change.what() + " " + change.run())
        .containsExactly("trained a", "promoted a", "trained b", "promoted b", "trained c");
  }

  @Test
  void goingBackTwiceGoesBackTwice() {
    Aliases aliases = none().promoted("a").promoted("b").promoted("c");
    assertThat(aliases.rolledBack().champion()).contains("b");
    assertThat(aliases.rolledBack().rolledBack().champion()).contains("a");
    assertThatThrownBy(() -> aliases.rolledBack().rolledBack().rolledBack())
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.MODEL))
        .hasMessageContaining("Run a is the first");
  }

  @Test
  void theSameAgainChangesNothing() {
    Aliases aliases = none().trained("a").promoted("a");
    assertThat(aliases.trained("a").promoted("a")).isEqualTo(aliases);
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = Files.createDirectories(root.resolve("models")).resolve("aliases.json");
    Files.writeString(file, "{\"champions\":");
    assertThatThrownBy(this::none).hasMessageContaining("aliases.json");
  }
}
