package io.clairscore.pipelines.drift;

import io.clairscore.drift.verdict.Vocabulary;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.drift.meaning.ScoreShift;
import io.clairscore.pipelines.drift.population.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How people speak of the columns of a comparison. */
final class Vocabularies {
  private final Map<String, Text> labels = new HashMap<>();
  private final Map<String, Map<String, Text>> values = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();

  private Vocabularies() {}

  /** By the kinds of tables; a feature with the name of a source column is told as that. */
  static Vocabulary of(List<String> kinds) {
    Vocabularies words = new Vocabularies();
    words.labels.put(ScoreShift.REMAINDER, ScoreShift.REMAINDER_LABEL);
    for (String kind : kinds) {
      Table.named(kind).ifPresent(words::add);
      if (kind.equals(Layer.FEATURES)) {
        Catalogue.core().features().forEach(words::add);
      }
    }
    return new Vocabulary(words.labels, words.values, words.units);
  }

  private void add(Table table) {
    table
        .schema()
        .columns()
        .forEach(
            column -> {
              labels.put(column.name(), Texts.all().label(column));
              if (column instanceof CategoryColumn category) {
                Map<String, Text> of = new HashMap<>();
                category
                    .values()
                    .forEach(value -> of.put(value, Texts.all().label(category, value)));
                values.put(column.name(), of);
              } else if (column instanceof NumberColumn number) {
                units.put(column.name(), number.unit());
              }
            });
  }

  private void add(Feature feature) {
    labels.putIfAbsent(feature.name(), FeatureTexts.core().label(feature));
    // A variance is in no unit that anybody reads.
    units.putIfAbsent(feature.name(), feature.squared() ? Unit.RATIO : feature.unit());
  }
}
