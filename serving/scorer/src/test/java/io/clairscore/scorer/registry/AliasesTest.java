package io.clairscore.scorer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasesTest {
  @TempDir Path root;

  private Aliases none() {
    return Aliases.read(root);
  }

  @Test
  void theLastTrainedIsChallengerAndTheLastPromotedIsChampion() {
    Aliases aliases = none().trained("a").promoted("a").trained("b").promoted("b").trained("c");
    aliases.write(root);
    assertThat(none()).isEqualTo(aliases);
    assertThat(none().byName()).containsEntry("challenger", "c").containsEntry("champion", "b");
    assertThat(none().history())
        .extracting(change -> change.what() + " " + change.run())
        .containsExactly("TRAINED a", "PROMOTED a", "TRAINED b", "PROMOTED b", "TRAINED c");
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
  void theChampionToGoBackToIsKnown() {
    assertThat(none().promoted("a").formerChampion()).isEmpty();
    Aliases aliases = none().promoted("a").promoted("b");
    assertThat(aliases.formerChampion()).contains("a");
    assertThat(aliases.rolledBack().formerChampion()).isEmpty();
  }

  @Test
  void theFileSaysInWordsWhatHappened() throws Exception {
    none().trained("a").promoted("a").promoted("b").rolledBack().write(root);
    assertThat(Files.readString(root.resolve("aliases.json")))
        .contains("\"what\" : \"trained\"", "\"what\" : \"rolled back\"");
  }

  @Test
  void theSameAgainChangesNothing() {
    Aliases aliases = none().trained("a").promoted("a");
    assertThat(aliases.trained("a").promoted("a")).isEqualTo(aliases);
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Files.writeString(root.resolve("aliases.json"), "{\"champions\":");
    assertThatThrownBy(this::none).hasMessageContaining("aliases.json");
  }
}
