package io.clairscore.pipelines.chart;

/** How a line is drawn; the colours are told apart by colour-blind readers (Okabe and Ito 2008). */
public enum Stroke {
  SOLID("#0072b2", ""),
  DASHED("#d55e00", "7 4"),
  DOTTED("#555555", "2 4");

  final String colour;

  /** The attribute, empty for a whole line. */
  final String dashes;

  Stroke(String colour, String dashes) {
    this.colour = colour;
    this.dashes = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
  }
}
