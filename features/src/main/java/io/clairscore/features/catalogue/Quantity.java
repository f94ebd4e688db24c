package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Unit;

/** A number for each row of a table: of the row itself, or of the child rows attached to it. */
public sealed interface Quantity permits RowQuantity, AttachedQuantity {

  /** The part of a feature's name that stands for the quantity. */
  String name();

  Unit unit();

  /** Evaluates every input for a row; what the row is asked for is the lineage. */
  void read(Row row);

  /** The quantity in canonical notation. */
  String text();
}
