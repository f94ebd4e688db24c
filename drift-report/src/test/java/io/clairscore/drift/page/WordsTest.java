package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.Statistic;
import io.clairscore.drift.verdict.TestChoice;
import io.clairscore.features.text.Language;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final List<TestChoice> OURS =
      List.of(TestChoice.CONTINUOUS, TestChoice.FEW_VALUES, TestChoice.CATEGORIES);

  @Test
  void whatDecidesOfAColumnIsWhatTheTextNames() {
    for (Language language : Language.values()) {
      Words words = new Words(language);
      for (TestChoice kind : OURS) {
        String text = words.term(kind);
        List<Statistic> named =
            Arrays.stream(Statistic.values())
                .filter(of -> text.contains(words.word(of)))
                .filter(of -> OURS.stream().anyMatch(of::decides))
                .toList();

        assertThat(named)
            .as("%s in %s", kind, language)
            .containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Statistic.values()).filter(of -> of.decides(kind)).toList());
      }
    }
  }
}
