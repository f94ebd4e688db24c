package io.clairscore.scorer.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPageTest {
  private static final PageWords WORDS = new PageWords("du texte", "a text");
  private static final PageSource SOURCE =
      new PageSource(
          "run",
          "2026-11-28T00:00:00Z",
          "abc",
          "fair",
          2,
          3L,
          null,
          "hash",
          null,
          false,
          List.of(new PageSample(PagePart.HOLD_OUT, WORDS, 9, 4L)));
  private static final CalibrationPage CALIBRATION =
      new CalibrationPage(
          "platt",
          WORDS,
          List.of(),
          List.of(
              new CalibrationPage.Reliability(
                  PagePart.HOLD_OUT,
                  0.01,
                  null,
                  List.of(new CalibrationPage.Bin(9, 4, 0.4, new PageInterval(0.44, 0.2, 0.7))))));

  private static ModelPage page(PageName name, PageWords absence, PageContent content) {
    return new ModelPage(ModelPage.FORMAT, name, WORDS, WORDS, SOURCE, absence, content);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isReadAsItWasWrittenAndSaysWhatDoesNotExist() throws IOException {
    ModelPage page = page(PageName.CALIBRATION, null, CALIBRATION);
    assertThat(ModelPage.read(bytes(page.tree()))).isEqualTo(page);
    assertThat(page.tree().get("absence").isNull()).isTrue();
    assertThat(page.tree().at("/content/after/0/brier").isNull()).isTrue();
    assertThat(page.tree().at("/title/fr").asText()).isEqualTo("du texte");
    ModelPage absent = page(PageName.CANDIDATES, WORDS, null);
    assertThat(ModelPage.read(bytes(absent.tree()))).isEqualTo(absent);
  }

  @Test
  void hasEitherItsOwnContentOrAReasonForNone() {
    for (Runnable making :
        List.<Runnable>of(
            () -> page(PageName.CALIBRATION, WORDS, CALIBRATION),
            () -> page(PageName.CALIBRATION, null, null),
            () -> page(PageName.CURVES, null, CALIBRATION),
            () -> new PageWords("du texte", " "),
            () -> new PageInterval(0.5, 0.4, null),
            () -> new PageSample(PagePart.HOLD_OUT, WORDS, 3, 4L))) {
      assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anotherLayoutOrAnythingElseIsNoPage() {
    ObjectNode other = (ObjectNode) page(PageName.CALIBRATION, null, CALIBRATION).tree();
    for (String json :
        List.of(
            "{}",
            "[]",
            "{\"page\":\"NONE\"}",
            other.deepCopy().put("format", 2).toString(),
            other.deepCopy().put("page", "CURVES").toString(),
            other.without(List.of("source")).toString())) {
      assertThatThrownBy(() -> ModelPage.read(json.getBytes(StandardCharsets.UTF_8)))
          .as(json)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void everyPageHasItsOwnContentAndIsFoundByItsKey() {
    assertThat(Arrays.stream(PageName.values()).<Class<?>>map(PageName::content))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(PageContent.class.getPermittedSubclasses());
    for (PageName page : PageName.values()) {
      assertThat(PageName.of(page.key())).contains(page);
    }
    assertThat(PageName.of("LADDER")).isEmpty();
    assertThat(new ObjectMapper().valueToTree(PagePart.OUT_OF_FOLD).asText())
        .isEqualTo("OUT_OF_FOLD");
  }
}
