package io.clairscore.service.monitoring;

import io.clairscore.drift.folder.LatestVerdict;
import io.clairscore.drift.folder.ReportFolder;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.events.EventLogStatus;
import io.clairscore.service.model.FilesState;
import io.clairscore.service.model.LiveModel;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** How things stand at this moment, as numbers. */
final class StateWatch {
  private final LiveModel live;
  private final Supplier<EventLogStatus> events;
  private final ReportFolder reports;
  private final EventFold fold;

  StateWatch(
      LiveModel live, Supplier<EventLogStatus> events, ReportFolder reports, EventFold fold) {
    this.live = live;
    this.events = events;
    this.reports = reports;
    this.fold = fold;
  }

  /** A metric of the state; 1 where something is wrong and 0 where not, or a count. */
  double of(Metric metric) {
    return switch (metric) {
      case MODEL_REFUSED -> flag(live.lastAttempt().failure().isPresent());
      case FILES_LACKING ->
          flag(
              live.files()
                  .filter(files -> files == FilesState.GONE || files == FilesState.HARMED)
                  .isPresent());
      case EVENTS_BROKEN -> flag(!events.get().healthy());
      case EVENTS_BEHIND -> fold.behind();
      case DRIFT_ALARM ->
          latest().map(verdict -> flag(verdict.outcome().alarm())).orElse(Double.NaN);
      default -> throw new IllegalArgumentException(metric + " is not of the state");
    };
  }

  /** The drift report written last; empty if there is none that this version can read. */
  Optional<LatestVerdict> latest() {
    try {
      return reports.latest();
    } catch (IOException | Refusal unreadable) {
      return Optional.empty();
    }
  }

  private static double flag(boolean wrong) {
    return wrong ? 1 : 0;
  }
}
