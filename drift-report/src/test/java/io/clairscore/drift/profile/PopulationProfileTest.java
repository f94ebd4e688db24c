package io.clairscore.drift.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationProfileTest {
  private static final List<ColumnSpec> COLUMNS =
      List.of(
          new ColumnSpec("AMOUNT", ColumnType.REAL),
          new ColumnSpec("KIND", ColumnType.CATEGORY),
          new ColumnSpec("DAYS", ColumnType.INTEGER, List.of(365243.0)),
          new ColumnSpec("NAME", ColumnType.CATEGORY));
  private static final ProfileLimits LIMITS = new ProfileLimits(4096, 100);

  @Test
  void countsCategoriesAsAMapDoes() {
    SplittableRandom random = new SplittableRandom(6);
    CategoryAccumulator accumulator = new CategoryAccumulator(COLUMNS.get(1), LIMITS);
    Map<String, Long> slowly = new HashMap<>();
    for (int row = 0; row < 500; row++) {
      String category = random.nextInt(5) == 0 ? null : "c" + random.nextInt(30);
      accumulator.add(category);
      slowly.merge(String.valueOf(category), 1L, Long::sum);
    }

    CategoryProfile profile = accumulator.profile();

    assertThat(profile.missing()).isEqualTo(slowly.remove("null"));
    assertThat(profile.counts()).isEqualTo(slowly);
    assertThat(profile.rows()).isEqualTo(500);
  }

  @Test
  void moreCategoriesThanAListHasAreTooManyInWhateverParts() {
    PopulationProfile half = population(2, 60);
    PopulationProfile otherHalf = population(3, 60);

    assertThat(column(half, "NAME").tooMany()).isFalse();
    CategoryProfile both = column(half.plus(otherHalf), "NAME");
    assertThat(both.tooMany()).isTrue();
    assertThat(both.counts()).isEmpty();
    assertThat(both.rows()).isEqualTo(120);
    assertThat(both.plus(column(half, "NAME")).tooMany()).isTrue();
  }

  @Test
  void survivesSerialization() throws Exception {
    for (int rows : new int[] {0, 1, 70, 9_000}) {
      PopulationProfile population = population(1, rows);

      assertThat(throughBytes(population)).isEqualTo(population);
      assertThat(List.copyOf(((PopulationProfile) throughBytes(population)).columns().keySet()))
          .containsExactly("AMOUNT", "KIND", "DAYS", "NAME");
    }
  }

  @Test
  void refusesColumnsThatDoNotBelongTogether() {
    PopulationProfile all = population(1, 5);
    PopulationProfile fewer = new PopulationAccumulator(COLUMNS.subList(0, 2), LIMITS).profile();
    PopulationAccumulator torn = new PopulationAccumulator(COLUMNS.subList(0, 2), LIMITS);
    torn.number(0, 1);
    torn.endRow();

    assertThatThrownBy(() -> all.plus(fewer)).hasMessageContaining("[DAYS, NAME]");
    assertThatThrownBy(torn::profile).hasMessageContaining("KIND has 0 of 1 rows");
    assertThatThrownBy(
            () -> new PopulationAccumulator(List.of(COLUMNS.get(0), COLUMNS.get(0)), LIMITS))
        .hasMessageContaining("one name");
  }

  private static CategoryProfile column(PopulationProfile population, String name) {
    return (CategoryProfile) population.column(name).orElseThrow();
  }

  private static PopulationProfile population(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    PopulationAccumulator accumulator = new PopulationAccumulator(COLUMNS, LIMITS);
    for (int row = 0; row < rows; row++) {
      accumulator.number(0, random.nextInt(9) == 0 ? Double.NaN : random.nextDouble());
      accumulator.category(1, random.nextInt(9) == 0 ? null : "é\"" + random.nextInt(4));
      accumulator.number(2, random.nextInt(9) == 0 ? 365243 : random.nextInt(50));
      accumulator.category(3, "name " + seed + " " + row);
      accumulator.endRow();
    }
    return accumulator.profile();
  }

  private static Object throughBytes(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
