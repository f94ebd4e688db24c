package io.clairscore.drift.page;

/** A name with what is said of it. */
record Entry(String label, String value, String note) {

  Entry(String label, String value) {
    this(label, value, "");
  }
}
