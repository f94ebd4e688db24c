package io.clairscore.scorer.recourse;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.explanation.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The aspect of each feature, by its quantity or else by the columns it reads ({@code
 * aspects.tsv}). A feature that may not decide has none: it is no reason, so nobody is sent to look
 * into it.
 */
final class Aspects {
  /** Stands for every other column of a table, and for a count of its rows. */
  private static final String OTHERS = "*";

  private final TextTable table = TextTable.read(Aspects.class, "aspects.tsv", 2);

  /** The points of each aspect that is told against a client, the heaviest first. */
  List<Weight> against(Stream<Reason> told) {
    Map<Aspect, Integer> sums = new EnumMap<>(Aspect.class);
    told.filter(reason -> reason.points() < 0)
        .forEach(
            reason -> of(reason).ifPresent(of -> sums.merge(of, reason.points(), Integer::sum)));
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(sum -> new Weight(sum.getKey(), sum.getValue()))
        .toList();
  }

  private Optional<Aspect> of(Reason reason) {
    boolean missing = Float.isNaN(reason.value());
    return of(reason.feature())
        .map(of -> of == Aspect.EXTERNAL_SCORES && missing ? Aspect.MISSING_SCORES : of);
  }

  Optional<Aspect> of(Feature feature) {
    if (!feature.decides()) {
      return Optional.empty();
    }
    String of = feature.table().schema().name();
    Optional<String> quantity = feature.quantity().map(Quantity::name);
    if (quantity.isPresent() && table.has(of, quantity.get())) {
      return named(of, quantity.get());
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
