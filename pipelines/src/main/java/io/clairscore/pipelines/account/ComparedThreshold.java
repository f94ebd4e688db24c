package io.clairscore.pipelines.account;

import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.evaluation.ThresholdRule;

/** Thresholds worth comparing. */
public enum ComparedThreshold {
  /** The threshold of the served model. */
  SERVED {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.at(run.manifest().threshold().margin());
    }
  },
  /** Where theory puts it for exact probabilities. */
  BREAK_EVEN {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.from(run.costs().breakEvenProbability());
    }
  },
  F1 {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.at(ThresholdRule.F1.best(curve.training(), run.costs()));
    }
  },
  ACCURACY {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.at(ThresholdRule.ACCURACY.best(curve.training(), run.costs()));
    }
  },
  HALF {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.from(0.5);
    }
  },
  ACCEPT_ALL {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.acceptAll();
    }
  },
  REFUSE_ALL {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.refuseAll();
    }
  };

  abstract Place place(TrainedRun run, ThresholdCurve curve);
}
