package io.clairscore.pipelines.study.learner;

import io.clairscore.pipelines.training.Learned;
import io.clairscore.pipelines.training.Learner;
import io.clairscore.pipelines.training.Predictor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decisions without knowledge, the floor of every comparison. Their margins are made for the
 * threshold {@link #THRESHOLD}.
 */
public enum Dummy implements Learner {
  ACCEPT_ALL {
    @Override
    Predictor decide(double shareOfDefaults) {
      return features -> THRESHOLD - 1;
    }
  },
  REFUSE_ALL {
    @Override
    Predictor decide(double shareOfDefaults) {
      return features -> THRESHOLD + 1;
    }
  },
  /** Refuses the share that defaults, whomever; the same client always alike. */
  RANDOM_BY_PREVALENCE {
    @Override
    Predictor decide(double shareOfDefaults) {
      return features -> THRESHOLD + shareOfDefaults - draw(features);
    }
  };

  /** Margin from which on a dummy refuses. */
  public static final double THRESHOLD = 0;

  abstract Predictor decide(double shareOfDefaults);

  @Override
  public Map<String, String> parameters() {
    return Map.of("decision", name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Learned fit(Dataset<Row> rows) {
    double share = ClassCounts.of(rows).shareOfDefaults();
    return new Learned(decide(share), Map.of("shareOfDefaults", share));
  }

  /** A number in [0, 1) drawn with the features as the seed. */
  private static double draw(float[] features) {
    return new SplittableRandom(Arrays.hashCode(features)).nextDouble();
  }
}
