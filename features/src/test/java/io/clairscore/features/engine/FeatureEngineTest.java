package io.clairscore.features.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.RandomDossiers;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties that hold for every dossier. */
class FeatureEngineTest {
  private final FeatureEngine engine = new FeatureEngine(Catalogue.core());
  private final RandomDossiers dossiers = new RandomDossiers(7);
  private final Random random = new Random(8);

  @Test
  void theOrderInWhichRowsArriveDoesNotChangeASingleBit() {
    for (int i = 0; i < 100; i++) {
      Map<Table, Rows> tables = dossiers.nextTables();
      Map<Table, Rows> shuffled = new EnumMap<>(Table.class);
      tables.forEach((table, rows) -> shuffled.put(table, shuffled(rows)));
      Dossier one = new Dossier(tables);
      Dossier other = new Dossier(shuffled);
      assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
      assertThat(bits(engine.compute(other))).isEqualTo(bits(engine.compute(one)));
    }
  }

  @Test
  void someFeaturesAreWhatTheyAreAmongAll() {
    List<Feature> some =
        Catalogue.core().features().stream().filter(feature -> random.nextInt(9) == 0).toList();
    FeatureEngine small =
        new FeatureEngine(Catalogue.core().only(some.stream().map(Feature::name).toList()));
    for (int i = 0; i < 50; i++) {
      Dossier dossier = dossiers.next();
      float[] all = engine.compute(dossier);
      float[] few = new float[some.size()];
      for (int place = 0; place < few.length; place++) {
        few[place] = all[some.get(place).index()];
      }
      assertThat(bits(small.compute(dossier))).isEqualTo(bits(few));
    }
  }

  @Test
  void aFeatureDependsOnTheColumnsOfItsLineageAndOnNoOther() {
    Map<Feature, Set<Column>> observed = new LinkedHashMap<>();
    Catalogue.core().features().forEach(feature -> observed.put(feature, new HashSet<>()));
    for (int round = 0; round < 60; round++) {
      Dossier dossier = dossiers.next();
      float[] before = engine.compute(dossier);
      for (Table table : Table.values()) {
        for (Column column : table.schema().columns()) {
          if (column.role() != Role.IDENTIFIER) {
            Rows changed = other(dossier.rows(table), column, round);
            float[] after = engine.compute(dossier.with(table, changed));
            observed.forEach(
                (feature, columns) -> {
                  if (differ(before[feature.index()], after[feature.index()])) {
                    columns.add(column);
                  }
                });
          }
        }
      }
    }
    observed.forEach(
        (feature, columns) ->
            assertThat(columns)
                .as("columns that changed %s", feature.name())
                .containsExactlyInAnyOrderElementsOf(feature.lineage()));
  }

  /** Whether two results differ by more than another order of the rows explains. */
  private static boolean differ(float a, float b) {
    return Float.compare(a, b) != 0 && !(Math.abs(a - b) <= 1e-5 * Math.abs(a));
  }

  @Test
  void theSameDossierGivesTheSameBitsInManyThreads() {
    List<Dossier> many = IntStream.range(0, 200).mapToObj(i -> dossiers.next()).toList();
    List<int[]> alone = many.stream().map(engine::compute).map(FeatureEngineTest::bits).toList();
    List<int[]> together =
        many.parallelStream().map(engine::compute).map(FeatureEngineTest::bits).toList();
    assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
  }

  @Test
  void theVectorOverwritesWhatTheArrayHeld() {
    Dossier full = dossiers.next();
    Dossier other = dossiers.next();
    float[] reused = engine.compute(full);
    engine.compute(other, reused);
    assertThat(bits(reused)).isEqualTo(bits(engine.compute(other)));
  }

  @Test
  void anArrayOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> engine.compute(dossiers.next(), new float[740]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The vector has 741 features, the array 740");
  }

  @Test
  void noResultIsInfiniteAndZeroHasNoSign() {
    assertThat(FeatureEngine.narrow(1e300)).isEqualTo(Float.MAX_VALUE);
    assertThat(FeatureEngine.narrow(-1e300)).isEqualTo(-Float.MAX_VALUE);
    assertThat(FeatureEngine.narrow(Double.NaN)).isNaN();
    assertThat(Float.floatToIntBits(FeatureEngine.narrow(-0.0))).isZero();
    assertThat(FeatureEngine.narrow(0.1)).isEqualTo(0.1f);
  }

  private Rows shuffled(Rows rows) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    Collections.shuffle(order, random);
    Rows shuffled = new Rows(rows.schema(), rows.size());
    for (Column column : rows.schema().columns()) {
      for (int row = 0; row < rows.size(); row++) {
        copyCell(column, rows, order.get(row), shuffled, row);
      }
    }
    return shuffled;
  }

  private static void copyCell(Column column, Rows from, int fromRow, Rows to, int toRow) {
    if (column instanceof NumberColumn number) {
      to.set(number, toRow, from.number(number, fromRow));
    } else {
      CategoryColumn category = (CategoryColumn) column;
      to.set(category, toRow, from.code(category, fromRow));
    }
  }

  /**
   * The rows with other values in one column: missing or larger numbers, and categories that move
   * on from round to round, so that each category comes up.
   */
  private Rows other(Rows rows, Column column, int round) {
    Rows changed = rows.copy();
    for (int row = 0; row < rows.size(); row++) {
      if (column instanceof NumberColumn number) {
        double value = rows.number(number, row);
        boolean blank = random.nextInt(5) == 0;
        changed.set(number, row, blank ? Double.NaN : Double.isNaN(value) ? 1 : 2 * value + 3);
      } else {
        CategoryColumn category = (CategoryColumn) column;
        int code = (round + row % 3) % (category.values().size() + 2) - 2;
        changed.set(category, row, code);
      }
    }
    return changed;
  }

  private static int[] bits(float[] vector) {
    return IntStream.range(0, vector.length).map(i -> Float.floatToIntBits(vector[i])).toArray();
  }
}
