package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contrast of the colours of the pages, by day and by night. */
class ColoursTest {
  private static final double OF_TEXT = 4.5;
  private static final double OF_MARKS = 3;
  private static final String DARK = "@media screen and (prefers-color-scheme:dark){";

  private final String css =
      Files.readString(Path.of("src/main/resources/io/clairscore/drift/page/page.css"));
  private final String history =
      Files.readString(Path.of("src/main/resources/io/clairscore/drift/page/history.css"));

  ColoursTest() throws IOException {}

  @Test
  void textAndMarksStandOutFromTheirGroundInBothModes() {
    assertThat(contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
    String light = css.substring(0, css.indexOf(DARK));
    String dark = css.substring(css.indexOf(DARK)).lines().findFirst().orElseThrow();
    assertThat(colours(dark).keySet()).isEqualTo(colours(light).keySet()).hasSizeGreaterThan(10);
    for (Map<String, String> mode : List.of(colours(light), colours(dark))) {
      for (String text : List.of("ink", "soft", "link")) {
        for (String ground : List.of("paper", "wash")) {
          assertThat(contrast(mode.get(text), mode.get(ground)))
              .as(text)
              .isGreaterThanOrEqualTo(OF_TEXT);
        }
      }
      for (String mark :
          List.of("ref", "cur", "strong", "moderate", "slight", "stable", "none", "soft")) {
        assertThat(contrast(mode.get(mark), mode.get("paper")))
            .as(mark)
            .isGreaterThanOrEqualTo(OF_MARKS);
      }
    }
  }

  @Test
  void everyColourHasItsTwinForTheNight() {
    String rest = css.substring(css.indexOf('\n', css.indexOf(DARK)));

    assertThat((rest + history).replaceAll("&#[0-9a-f]+", ""))
        .doesNotContainPattern("#[0-9a-f]{3,6}\\b(?![^{]*\\{)");
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new HashMap<>();
    Matcher found = Pattern.compile("--([a-z]+):(#[0-9a-f]{3,6})").matcher(css);
    while (found.find()) {
      String colour = found.group(2);
      colours.put(
          found.group(1), colour.length() == 7 ? colour : colour.replaceAll("([0-9a-f])", "$1$1"));
    }
    return colours;
  }

  /** Contrast ratio of two colours, after WCAG 2.2. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] parts =
        Stream.of(1, 3, 5)
            .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
            .map(x -> x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
