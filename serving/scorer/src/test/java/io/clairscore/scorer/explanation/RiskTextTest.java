package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.RandomModels;
import io.clairscore.scorer.RiskRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskTextTest {
  private static final List<Feature> FEATURES = Catalogue.core().features();

  /** What clients read of their risk never contradicts itself, at any margin of any level. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void theRiskOfAClientLiesInTheRangeToldOfTheLevel(Language language) {
    Bundle bundle = RandomModels.bundle(Catalogue.core().names(), 60, 0.6, 5);
    Explainer explainer = Explainer.of(bundle, Catalogue.core(), ReasonLimits.DEFAULT);
    Narration narration = Narration.in(language, Words.EUROS);
    SplittableRandom random = new SplittableRandom(21);
    Set<Level> levels = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Explanation told = explainer.explain(RandomModels.client(FEATURES, random), Remarks.NONE);
      levels.add(told.score().level());
      List<String> risk = narration.tell(told).sections().get(1).lines();
      List<Long> own = numbers(risk.get(0));
      List<Long> level = numbers(risk.get(1));
      long scale = own.get(0);
      long mine = own.get(1);
      assertThat(level.get(level.size() - 1)).as(risk.toString()).isEqualTo(scale);
      if (level.size() == 3) {
        assertThat(mine).as(risk.toString()).isBetween(level.get(0), level.get(1));
      }
    }
    assertThat(levels).hasSizeGreaterThan(4);
  }

  private static List<Long> numbers(String line) {
    return Pattern.compile("\\d[\\d,\u202f]*")
        .matcher(line)
        .results()
        .map(match -> Long.parseLong(match.group().replaceAll("\\D", "")))
        .toList();
  }

  @Test
  void anObservedRateOutsideTheRangeIsSaidToBeSo() {
    RiskText risk =
        new RiskText(
            new Phrases<>(Spoken.class, "phrases.tsv", Language.ENGLISH),
            new Figures(Language.ENGLISH));
    Bundle bundle = RandomModels.bundle(Catalogue.core().names(), 30, 0.1, 5);
    Explanation told =
        Explainer.of(bundle, Catalogue.core(), ReasonLimits.DEFAULT)
            .explain(RandomModels.client(FEATURES, new SplittableRandom(1)), Remarks.NONE);
    RiskRange range = told.range();
    assertThat(risk.of(observed(told, range.low())))
        .element(2)
        .asString()
        .contains("Among all the", "difficulty was found for");
    assertThat(risk.of(observed(told, Math.min(1, range.high() + 0.1))))
        .element(2)
        .asString()
        .contains("somewhat more often than expected");
  }

  private static Explanation observed(Explanation of, double rate) {
    return new Explanation(
        of.score(),
        of.basePoints(),
        of.thresholdPoints(),
        of.features(),
        of.themes(),
        of.barredPoints(),
        of.coverage(),
        of.range(),
        new LevelOutcome(of.score().level(), 10_000, Math.round(10_000 * rate)),
        of.remarks());
  }
}
