package io.clairscore.drift.verdict;

import io.clairscore.drift.meaning.SegmentShift;
import io.clairscore.drift.meaning.SegmentTerm;
import io.clairscore.drift.statistics.TwoProportions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges how the shares of refused clients moved, of all clients and of each segment that is large
 * enough. A change counts if it is as large as its limit and no chance: a test of two proportions.
 * Half of the level is for all clients; the other half is divided among the segments (Holm, A
 * Simple Sequentially Rejective Multiple Test Procedure, 1979), so that all of these rules together
 * raise a false alarm in at most that share of the reports.
 */
final class RefusalJudge {
  /** With fewer clients the approximation behind the test does not hold. */
  private static final int FEWEST_CLIENTS = 30;

  private final DriftPolicy policy;
  private final DecisionLimits limits;

  RefusalJudge(DriftPolicy policy) {
    this.policy = policy;
    this.limits = policy.decisions();
  }

  private record Looked(SegmentShift segments, SegmentTerm term, double chance) {}

  List<AlarmReason> reasons(ModelVerdict model, List<SegmentShift> segments) {
    List<AlarmReason> reasons = new ArrayList<>();
    double change = Math.abs(model.currentRefusals() - model.referenceRefusals());
    double chance =
        chance(
            model.referenceRefusals(),
            model.score().reference().rows(),
            model.currentRefusals(),
            model.score().current().rows());
    if (change >= limits.refusals().moderate() && chance <= policy.level() / 2) {
      reasons.add(
          AlarmReason.of(
              Cause.REFUSALS,
              model.referenceRefusals(),
              model.currentRefusals(),
              limits.refusals().moderate(),
              change >= limits.refusals().strong()));
    }
    reasons.addAll(ofSegments(segments));
    return reasons;
  }

  private List<AlarmReason> ofSegments(List<SegmentShift> segments) {
    List<Looked> looked = new ArrayList<>();
    for (SegmentShift of : segments) {
      for (SegmentTerm term : of.terms()) {
        if (isLarge(of, term)) {
          double before = term.refusals().before();
          double after = term.refusals().after();
          looked.add(new Looked(of, term, chance(before, term.reference(), after, term.current())));
        }
      }
    }
    looked.sort(Comparator.comparingDouble(Looked::chance));
    List<AlarmReason> reasons = new ArrayList<>();
    for (int i = 0; i < looked.size(); i++) {
      Looked of = looked.get(i);
      if (!(of.chance() <= policy.level() / 2 / (looked.size() - i))) {
        break;
      }
      double before = of.term().refusals().before();
      double after = of.term().refusals().after();
      if (Math.abs(after - before) >= limits.segmentRefusals()) {
        reasons.add(
            AlarmReason.of(
                Cause.SEGMENT_REFUSALS,
                of.segments().column(),
                List.of(of.segments().label(), of.term().label()),
                before,
                after,
                limits.segmentRefusals()));
      }
    }
    return reasons;
  }

  /** Large enough, and not simply everybody. */
  private boolean isLarge(SegmentShift of, SegmentTerm term) {
    return !term.toldTogether()
        && term.current() < of.currentClients()
        && Math.min(term.reference(), term.current()) >= FEWEST_CLIENTS
        && term.current() >= limits.segmentShare() * of.currentClients();
  }

  private static double chance(double before, long clients, double after, long currentClients) {
    return TwoProportions.z(
            Math.round(before * clients),
            clients,
            Math.round(after * currentClients),
            currentClients)
        .pValue();
  }
}
