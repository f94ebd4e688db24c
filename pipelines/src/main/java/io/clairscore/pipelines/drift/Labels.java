package io.clairscore.pipelines.drift;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.text.Text;
import io.clairscore.pipelines.drift.meaning.ScoreShift;
import io.clairscore.pipelines.drift.population.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people call the columns of a comparison. */
final class Labels {
  private Labels() {}

  /** Labels by column; a feature with the name of a source column is called as that. */
  static Map<String, Text> of(List<String> kinds) {
    Map<String, Text> labels = new HashMap<>();
    labels.put(ScoreShift.REMAINDER, ScoreShift.REMAINDER_LABEL);
    for (String kind : kinds) {
      Table.named(kind)
          .ifPresent(
              table ->
                  table
                      .schema()
                      .columns()
                      .forEach(column -> labels.put(column.name(), Texts.all().label(column))));
      if (kind.equals(Layer.FEATURES)) {
        FeatureTexts texts = FeatureTexts.core();
        Catalogue.core()
            .features()
            .forEach(feature -> labels.putIfAbsent(feature.name(), texts.label(feature)));
      }
    }
    return labels;
  }
}
