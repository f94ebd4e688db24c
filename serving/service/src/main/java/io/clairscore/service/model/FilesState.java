package io.clairscore.service.model;

/** What is known of the files of the version that answers. */
public enum FilesState {
  /** What was opened is proved; the rest was not looked at yet. */
  OPENED,
  /** Every byte is as it was published. */
  WHOLE,
  /** A file differs from what was published. */
  HARMED,
  /** The folder is gone: what is in memory answers, what needs files does not. */
  GONE
}
