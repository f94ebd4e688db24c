package io.clairscore.pipelines.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.page.Templates;
import io.clairscore.pipelines.grid.Grid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void tablesEscapeWhatTheirLanguageWouldRead() {
    Grid grid = new Grid("c", List.of("a", "b"), List.of(List.of("x|y", "<1>")));
    Templates templates = new Templates(Documents.class);
    assertThat(templates.filled("table.ftl", Map.of("of", grid))).contains("| x\\|y | <1> |");
    assertThat(templates.filled("table.ftlh", Map.of("of", grid)))
        .contains("<th scope=\"row\">x|y</th><td class=\"words\">&lt;1&gt;</td>");
  }
}
