package io.clairscore.drift.verdict;

import io.clairscore.drift.profile.CategoryAccumulator;
import io.clairscore.drift.profile.ColumnProfile;
import io.clairscore.drift.profile.ColumnSpec;
import io.clairscore.drift.profile.ColumnType;
import io.clairscore.drift.profile.NumberAccumulator;
import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.profile.ProfileLimits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds profiles of small populations, column by column. */
public final class Populations {
  private static final List<Double> SENTINELS = List.of(365243.0);

  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final int rows;

  public Populations(int rows) {
    this.rows = rows;
  }

  public Populations real(String name, double... values) {
    return numbers(name, ColumnType.REAL, values);
  }

  public Populations integers(String name, double... values) {
    return numbers(name, ColumnType.INTEGER, values);
  }

  public Populations categories(String name, String... values) {
    CategoryAccumulator accumulator =
        new CategoryAccumulator(
            new ColumnSpec(name, ColumnType.CATEGORY), new ProfileLimits(1 << 17, 1000));
    Arrays.stream(values).forEach(accumulator::add);
    columns.put(name, accumulator.profile());
    return this;
  }

  public PopulationProfile profile() {
    return new PopulationProfile(rows, columns);
  }

  private Populations numbers(String name, ColumnType type, double... values) {
    NumberAccumulator accumulator =
        new NumberAccumulator(new ColumnSpec(name, type, SENTINELS), ProfileLimits.STANDARD);
    Arrays.stream(values).forEach(accumulator::add);
    columns.put(name, accumulator.profile());
    return this;
  }
}
