package io.clairscore.pipelines.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.pipelines.grid.Grid.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void columnsSayOfEachRowWhatTheyAreAbout() {
    Grid grid =
        Grid.of(
            "Words",
            List.of("one", "three"),
            List.of(
                new Column<>("word", word -> word),
                new Column<>("letters", word -> String.valueOf(word.length()))));
    assertThat(grid.header()).containsExactly("word", "letters");
    assertThat(grid.rows()).containsExactly(List.of("one", "3"), List.of("three", "5"));
  }

  @Test
  void alignsItsLinesAndQuotesItsCells() {
    Grid grid =
        new Grid("Title", List.of("a", "long"), List.of(List.of("x,y", "1"), List.of("z", "22")));
    assertThat(grid.lines()).containsExactly("", "== Title", "a    long", "x,y     1", "z      22");
    assertThat(grid.csv()).isEqualTo("a,long\n\"x,y\",1\nz,22\n");
  }

  @Test
  void tellsColumnsOfFiguresFromColumnsOfWords() {
    Grid grid =
        new Grid(
            "t",
            List.of("row", "signed", "sparse", "mixed"),
            List.of(List.of("1", "+0.5", "", "2"), List.of("2", "\u22120,5", "\u2014", "unknown")));
    assertThat(grid.figures()).containsExactly(false, true, true, false);
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Grid("c", List.of("a"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
