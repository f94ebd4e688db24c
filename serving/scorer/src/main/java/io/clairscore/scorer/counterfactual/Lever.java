package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.NumberColumn;
import java.util.List;

/** Something applicants can change about their application. A value; {@link Course} acts on it. */
public sealed interface Lever permits AmountLever, SupplyLever {

  /** Key of its words. */
  String name();

  /** What it is about; two levers of one topic are never pulled together. */
  String topic();

  /** The column a person would name when asking for the change. */
  NumberColumn leading();

  /** Every column it changes, the leading one first. */
  List<NumberColumn> columns();

  /** What an application must be for the lever to make sense. */
  List<Prerequisite> conditions();

  /** Whether the lever makes sense for an application. */
  default boolean concerns(Rows application) {
    return conditions().stream().allMatch(condition -> condition.holds(application));
  }
}
