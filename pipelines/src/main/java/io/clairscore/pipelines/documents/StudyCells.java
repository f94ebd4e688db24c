package io.clairscore.pipelines.documents;

import java.util.regex.Pattern;

/** Turns the cells of a study's tables, written for programs, into the reader's language. */
final class StudyCells {
  /** Figures and intervals, such as {@code +0.0012 [-0.0030, +0.0051]}. */
  private static final Pattern FIGURES = Pattern.compile("[-+]?\\d[-+0-9.,\\[\\] ]*");

  private StudyCells() {}

  static String inWords(String cell, DocumentTexts texts) {
    if (!FIGURES.matcher(cell).matches()) {
      return texts.ofStudy(cell);
    }
    String figures = cell.replace('-', '\u2212');
    return texts.french() ? figures.replace(", ", "\u00a0; ").replace('.', ',') : figures;
  }
}
