package io.clairscore.scorer.pages;

/** The clients a figure is measured on. */
public enum PagePart {
  /** Training clients, each scored by a model that has not seen its fold. */
  OUT_OF_FOLD,
  /** Clients kept apart from the beginning, scored by the served model. */
  HOLD_OUT
}
