package io.clairscore.pipelines.features;

/** Columns of the training rows, and of what is predicted for them. */
public final class Columns {
  /** Identifier of the client. */
  public static final String CLIENT = "SK_ID_CURR";

  /** 1 for a client who defaulted, 0 for one who repaid. */
  public static final String TARGET = "TARGET";

  /** Fold of a training client, from 0; -1 for a client kept apart. */
  public static final String FOLD = "fold";

  /** Pseudo-random order, independent of the folds, that sets early-stopping rows apart. */
  public static final String INNER = "inner_order";

  /** Feature vector: one array of floats, NaN where a feature is missing. */
  public static final String FEATURES = "features";

  /** Log-odds of default, a float. */
  public static final String MARGIN = "margin";

  /** Logistic function of the margin, a double; not calibrated. */
  public static final String PROBABILITY = "probability";

  private Columns() {}
}
