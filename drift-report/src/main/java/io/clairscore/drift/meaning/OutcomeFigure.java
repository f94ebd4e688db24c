package io.clairscore.drift.meaning;

/** What is estimated of a population whose outcomes are not known yet. */
public enum OutcomeFigure {
  /** Share of all clients who default. */
  DEFAULT_RATE,
  /** Cost of wrong decisions per client, in units of the model's costs. */
  COST_PER_CLIENT,
  /** Share of the defaults that are refused. */
  RECALL,
  /** Share of refused clients: known, not estimated. */
  REFUSAL_RATE,
  /** How well the score ranks defaults before others. */
  AUC;

  /** Whether it is a share, 1 being all. */
  public boolean isShare() {
    return this == DEFAULT_RATE || this == RECALL || this == REFUSAL_RATE;
  }
}
