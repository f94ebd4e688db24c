package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void fillsSlotsOnceAndTakesTextsAsTheyAre() {
    assertThat(Template.fill("{a}-{b}", Map.of("a", "{b} $1", "b", "2"))).isEqualTo("{b} $1-2");
  }

  @Test
  void aSlotWithoutATextIsAnError() {
    assertThatThrownBy(() -> Template.fill("{lost}", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("{lost}");
  }

  @Test
  void tablesEscapeWhatTheirLanguageWouldRead() {
    Grid grid = new Grid("c", List.of("a", "b"), List.of(List.of("x|y", "<1>")));
    assertThat(grid.markdown()).contains("| x\\|y | <1> |");
    assertThat(grid.html())
        .contains("<th scope=\"row\">x|y</th><td class=\"words\">&lt;1&gt;</td>");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Grid("c", List.of("a"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
