package io.clairscore.service.file;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a client's data are what the model was made for.
 *
 * @param features features the model reads
 * @param missing those the client has no value of
 * @param outside those whose value no published client reaches
 * @param unknown columns of categories that hold a value of no list; it is scored as missing
 */
public record Sanity(int features, int missing, List<Outside> outside, List<String> unknown) {

  /**
   * A value beyond those of all published clients.
   *
   * @param least least of their values
   * @param most greatest of them
   */
  public record Outside(String feature, Label label, float value, double least, double most) {}

  public Sanity {
    outside = List.copyOf(outside);
    unknown = List.copyOf(unknown);
  }

  /**
   * The look at one client.
   *
   * @param features what the vector holds
   * @param observed ranges of the published clients, by feature
   */
  static Sanity of(
      Dossier dossier,
      List<Feature> features,
      float[] vector,
      Map<String, ObservedRange> observed) {
    int missing = 0;
    List<Outside> outside = new ArrayList<>();
    for (int i = 0; i < vector.length; i++) {
      missing += Float.isNaN(vector[i]) ? 1 : 0;
      Feature feature = features.get(i);
      ObservedRange range = observed.get(feature.name());
      if (range != null && range.excludes(vector[i])) {
        Label label = Label.of(FeatureTexts.core().label(feature));
        outside.add(new Outside(feature.name(), label, vector[i], range.least(), range.most()));
      }
    }
    return new Sanity(vector.length, missing, outside, unknown(dossier));
  }

  private static List<String> unknown(Dossier dossier) {
    List<String> unknown = new ArrayList<>();
    for (Table table : Table.values()) {
      Rows rows = dossier.rows(table);
      for (CategoryColumn column : table.schema().categories()) {
        if (holdsUnseen(rows, column)) {
          unknown.add(((Column) column).toString());
        }
      }
    }
    return unknown;
  }

  private static boolean holdsUnseen(Rows rows, CategoryColumn column) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.code(column, row) == CategoryColumn.UNSEEN) {
        return true;
      }
    }
    return false;
  }
}
