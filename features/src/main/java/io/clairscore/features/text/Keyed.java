package io.clairscore.features.text;

/** A constant that has a name of its own in documents where it is the name of a field. */
public interface Keyed {
  /** The name; no other constant has it. */
  String key();
}
