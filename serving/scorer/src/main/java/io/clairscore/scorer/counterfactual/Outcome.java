package io.clairscore.scorer.counterfactual;

import io.clairscore.scorer.Score;
import java.util.List;
import java.util.stream.Stream;

/** What can be said to a client who asks what would have to change. */
public sealed interface Outcome {

  /** The score of the application as it is. */
  Score score();

  /** Every change found, the smallest of one or two inputs first. */
  default List<Proposal> proposals() {
    return List.of();
  }

  /** Nothing has to change. */
  record AlreadyAccepted(Score score) implements Outcome {}

  /**
   * The smallest change, and others to choose from.
   *
   * @param best the smallest change of one or two inputs
   * @param single for each input that suffices alone, its smallest change, the smallest first
   */
  record Found(Score score, Proposal best, List<Proposal> single) implements Outcome {
    public Found {
      single = List.copyOf(single);
    }

    @Override
    public List<Proposal> proposals() {
      return Stream.concat(
              Stream.of(best), single.stream().filter(p -> !p.changes().equals(best.changes())))
          .toList();
    }
  }

  /** No change of one or two inputs within their ranges suffices. */
  record NoRealisticChange(Score score) implements Outcome {}
}
