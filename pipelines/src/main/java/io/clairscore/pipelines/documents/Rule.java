package io.clairscore.pipelines.documents;

/** Thresholds worth comparing. */
enum Rule {
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
      return curve.at(curve.training().best(Confusion::f1));
    }
  },
  ACCURACY {
    @Override
    Place place(TrainedRun run, ThresholdCurve curve) {
      return curve.at(curve.training().best(Confusion::accuracy));
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
