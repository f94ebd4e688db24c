package io.clairscore.features.dictionary;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Column;
import io.clairscore.features.text.Language;
import java.util.Optional;

/**
 * Everything known about the columns and the core features, written down for the service and for
 * people. The same program always writes the same characters, with {@code \n} at line ends.
 */
public final class Dictionary {
  private static final Catalogue CATALOGUE = Catalogue.core();

  private Dictionary() {}

  /**
   * The dictionary for the service. An object with {@code catalogueHash}, {@code groups}, {@code
   * tables} (each with its {@code columns}) and {@code features}, the latter in the order of the
   * model's vector; a text is an object with the fields {@code fr} and {@code en}.
   */
  public static String json() {
    return new DictionaryJson(CATALOGUE).write();
  }

  /** The dictionary for people: columns by table, then features by business group. */
  public static String markdown(Language language) {
    return new DictionaryMarkdown(CATALOGUE, language).write();
  }

  /** What a column is about: the group of the first feature that reads it, if there is one. */
  public static Optional<BusinessGroup> group(Column column) {
    return CATALOGUE.features().stream()
        .filter(feature -> feature.lineage().contains(column))
        .map(Feature::group)
        .findFirst();
  }
}
