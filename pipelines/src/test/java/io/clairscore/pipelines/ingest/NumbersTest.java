package io.clairscore.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @Test
  void readsEveryDecimalAsTheLibraryDoes() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String text = decimal(random);
      assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "12.0", ".5", "5.", "-273.15", "1e3", "2.5E-7", "+4", "1e999"})
  void readsEveryNotation(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "abc",
        "NaN",
        "Infinity",
        "1d",
        "1f",
        "0x1p3",
        " 1",
        "1 ",
        "1,5",
        "1.2.3",
        "--1",
        "1e",
        "\u0661"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(parse(text)).isNaN();
  }

  private static String decimal(Random random) {
    BigInteger digits = new BigInteger(random.nextInt(66), random);
    int scale = random.nextInt(20);
    String text = new BigDecimal(digits, scale).toPlainString();
    return random.nextBoolean() ? text : "-" + text;
  }

  private static double parse(String text) {
    byte[] padded = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
    return Numbers.parse(padded, 1, padded.length - 1);
  }
}
