package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Column;
import io.clairscore.features.use.Ground;
import io.clairscore.features.use.Ruling;
import io.clairscore.features.use.Use;
import io.clairscore.features.use.Uses;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be done with a feature: the strictest ruling about the columns it reads, the values it
 * tells apart, and its formula, which must be one that can be said aloud.
 */
final class FeatureRuling {
  private static final Ruling UNSAYABLE = new Ruling(Use.NEVER, Ground.UNSAYABLE);

  /** A bare count of rows reads no column; it tells how many credits or payments there are. */
  private static final Ruling COUNT = new Ruling(Use.DECIDES, Ground.COMMITMENTS);

  private FeatureRuling() {}

  static Ruling of(Measure measure, Optional<Category> filter, Set<Column> lineage) {
    Uses uses = Uses.all();
    Ruling ofColumns = lineage.stream().map(uses::of).reduce(Ruling::and).orElse(COUNT);
    Ruling ofInputs =
        Stream.concat(measure.category().stream(), filter.stream())
            .map(category -> uses.of(category.column(), category.value()))
            .reduce(ofColumns, Ruling::and);
    return Speech.canSay(measure) ? ofInputs : ofInputs.and(UNSAYABLE);
  }
}
