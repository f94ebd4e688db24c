package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Levels;
import io.clairscore.scorer.Quartiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceClientsTest {

  @Test
  void quartilesAreValuesThatAQuarterHalfAndThreeQuartersDoNotExceed() {
    assertThat(ReferenceClients.quartiles(new double[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .isEqualTo(new Quartiles(2, 4, 6));
    assertThat(ReferenceClients.quartiles(new double[] {7})).isEqualTo(new Quartiles(7, 7, 7));
    assertThat(ReferenceClients.quartiles(new double[] {0, 0, 1}))
        .isEqualTo(new Quartiles(0, 0, 1));
  }

  @Test
  void outcomesCountTheClientsOfEachLevel() {
    Levels levels = Levels.around(0, 1);
    ScoredClients scored =
        new ScoredClients(
            new int[] {1, 2, 3, 4, 5},
            new int[] {1, 0, 1, 0, 0},
            new int[] {0, 1, 0, 1, 0},
            new double[] {2.5, 2.0, 0.0, -0.5, -9});

    List<LevelOutcome> outcomes = ReferenceClients.outcomes(scored, levels);

    assertThat(outcomes).extracting(LevelOutcome::level).containsExactly(Level.values());
    assertThat(outcomes)
        .extracting(LevelOutcome::clients)
        .containsExactly(2L, 0L, 1L, 1L, 0L, 0L, 1L);
    assertThat(outcomes)
        .extracting(LevelOutcome::defaults)
        .containsExactly(1L, 0L, 1L, 0L, 0L, 0L, 0L);
  }
}
