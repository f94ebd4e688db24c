package io.clairscore.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstLetterTest {
  @Test
  void takesACapitalAtTheBeginningOfASentence() {
    assertThat(FirstLetter.capital("électricité")).isEqualTo("Électricité");
  }

  @Test
  void isSmallWithinASentenceUnlessItBeginsAnAcronym() {
    assertThat(FirstLetter.small("Électricité")).isEqualTo("électricité");
    assertThat(FirstLetter.small("À l’initiative")).isEqualTo("à l’initiative");
    assertThat(FirstLetter.small("AP+")).isEqualTo("AP+");
  }
}
