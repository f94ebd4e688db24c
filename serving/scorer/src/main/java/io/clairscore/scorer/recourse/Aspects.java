package io.clairscore.scorer.recourse;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.explanation.FeaturePoints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The aspect of each feature, by the columns it reads ({@code aspects.tsv}). A feature that may not
 * decide has none: it is no reason, so nobody is sent to look into it.
 */
final class Aspects {
  /** Stands for every other column of a table, and for a count of its rows. */
  private static final String OTHERS = "*";

  private final TextTable table = TextTable.read(Aspects.class, "aspects.tsv", 2);

  /** The points of each aspect that counts against a client, the heaviest first. */
  List<Weight> against(List<FeaturePoints> features) {
    Map<Aspect, Integer> sums = new EnumMap<>(Aspect.class);
    for (FeaturePoints part : features) {
      of(part.feature())
          .map(aspect -> split(aspect, part))
          .ifPresent(aspect -> sums.merge(aspect, part.points(), Integer::sum));
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() < 0)
        .sorted(Map.Entry.comparingByValue())
        .map(sum -> new Weight(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static Aspect split(Aspect aspect, FeaturePoints part) {
    return aspect == Aspect.EXTERNAL_SCORES && Float.isNaN(part.value())
        ? Aspect.MISSING_SCORES
        : aspect;
  }

  Optional<Aspect> of(Feature feature) {
    if (!feature.decides()) {
      return Optional.empty();
    }
    Stream<Aspect> read = feature.lineage().stream().flatMap(column -> of(column).stream());
    return Stream.concat(read, rest(feature.table()).stream()).min(Comparator.naturalOrder());
  }

  private Optional<Aspect> of(Column column) {
    return named(column.table(), column.name());
  }

  /** What a feature is about that reads no column, as a count of rows does. */
  private Optional<Aspect> rest(Table of) {
    return named(of.schema().name(), OTHERS);
  }

  private Optional<Aspect> named(String of, String column) {
    String key = table.has(of, column) ? column : OTHERS;
    return table.has(of, key)
        ? Arrays.stream(Aspect.values())
            .filter(aspect -> aspect.name().equals(table.cell("aspect", of, key)))
            .findFirst()
        : Optional.empty();
  }
}
