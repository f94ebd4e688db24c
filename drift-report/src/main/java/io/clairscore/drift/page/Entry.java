package io.clairscore.drift.page;

/** A name with what is said of it. */
public record Entry(String label, String value, String note) {

  public Entry(String label, String value) {
    this(label, value, "");
  }
}
