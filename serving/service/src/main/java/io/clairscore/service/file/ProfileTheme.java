package io.clairscore.service.file;

import io.clairscore.features.catalogue.BusinessGroup;
import java.util.List;

/**
 * What is known of a client about one theme.
 *
 * @param group the theme
 * @param cells columns of the application that are about it, in the order of the files
 */
public record ProfileTheme(BusinessGroup group, Label label, List<DescribedCell> cells) {
  public ProfileTheme {
    cells = List.copyOf(cells);
  }
}
