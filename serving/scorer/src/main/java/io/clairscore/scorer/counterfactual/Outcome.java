package io.clairscore.scorer.counterfactual;

import io.clairscore.scorer.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change of the application can do for a client. */
public sealed interface Outcome {

  /** The score of the application as it is. */
  Score score();

  /** Every change that would be accepted, the smallest of one or two inputs first. */
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

    /** Without the smallest where it asks for two inputs to be spared next to nothing of one. */
    @Override
    public List<Proposal> proposals() {
      boolean simpler =
          best.changes().size() > 1
              && !single.isEmpty()
              && Change.isHardlyFarther(single.get(0).leastDistance(), best.leastDistance());
      return Stream.concat(
              simpler ? Stream.empty() : Stream.of(best),
              single.stream().filter(p -> !p.changes().equals(best.changes())))
          .toList();
    }
  }

  /**
   * No change of one or two inputs within their ranges suffices.
   *
   * @param highest the change with the most points, of several the smallest; empty if none brings a
   *     point
   */
  record NoRealisticChange(Score score, Optional<Proposal> highest) implements Outcome {}
}
