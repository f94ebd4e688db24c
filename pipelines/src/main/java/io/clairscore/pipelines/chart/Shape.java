package io.clairscore.pipelines.chart;

/** The shape of a mark, around its point. */
public enum Shape {
  DISC(
      "M-6 0C-6 -3.31 -3.31 -6 0 -6C3.31 -6 6 -3.31 6 0C6 3.31 3.31 6 0 6C-3.31 6 -6 3.31 -6 0z",
      "#0072b2"),
  SQUARE("M-5 -5h10v10h-10z", "#e69f00"),
  DIAMOND("M0 -7L7 0L0 7L-7 0z", "#009e73"),
  TRIANGLE("M0 -7L7 6H-7z", "#cc79a7"),
  CROSS("M-6 -2h4v-4h4v4h4v4h-4v4h-4v-4h-4z", "#f0e442");

  final String path;
  final String fill;

  Shape(String path, String fill) {
    this.path = path;
    this.fill = fill;
  }
}
