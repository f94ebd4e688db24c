package io.clairscore.scorer.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Quartiles;
import io.clairscore.scorer.RandomModels;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NarrationTest {
  private static final List<Feature> FEATURES = Catalogue.core().features();

  /** Names of columns, numbers no person writes, and slots that nothing filled. */
  private static final Pattern FOREIGN =
      Pattern.compile("[A-Z]{2,}_|_[A-Z]|NaN|Infinity|null|\\d[eE][+-]?\\d|[{}]|\\?|Optional");

  private static Reason reason(String feature, float value, double median) {
    Feature found = Catalogue.core().feature(feature).orElseThrow();
    Topics topics = new Topics();
    boolean missing = Float.isNaN(value);
    Factor factor =
        missing
            ? new Factor(topics.source(found), Factor.Kind.ABSENCE, found.group())
            : new Factor(topics.topic(found), Factor.Kind.VALUE, found.group());
    Quartiles quartiles = new Quartiles(median, median, median);
    FeatureReference accepted = new FeatureReference(feature, 0.44, quartiles, 0.48, 0, 0, 0);
    return new Reason(factor, found, value, -24, 0.8, 0.2, 0, accepted);
  }

  private static String french(String feature, double value, double median) {
    return Narration.in(Language.FRENCH).tell(reason(feature, (float) value, median));
  }

  private static String english(String feature, double value, double median) {
    return Narration.in(Language.ENGLISH).tell(reason(feature, (float) value, median));
  }

  @Test
  void saysReasonsAsAnAdvisorWould() {
    assertThat(french("EXT_SOURCE_2", 0.31, 0.62))
        .isEqualTo(
            "Le deuxième score externe est de 0,31 sur 1. Cela joue fortement contre votre demande"
                + " (−24 points). Chez les clients acceptés\u00a0: 0,62 en médiane.");
    assertThat(english("DAYS_EMPLOYED", -425, -1522))
        .isEqualTo(
            "You have been in your job for 1 year and 2 months. This counts strongly against your"
                + " application (−24 points). Among accepted clients: 4 years and 2 months as the"
                + " median.");
    assertThat(french("AMT_CREDIT", 1_350_000, 500_000))
        .startsWith("Vous demandez un crédit de 1\u202f350\u202f000.");
    assertThat(french("FLAG_OWN_CAR", 0, 0))
        .startsWith("Vous ne possédez pas de voiture.")
        .endsWith("C’est le cas de 52\u00a0% des clients acceptés.");
    assertThat(english("NAME_EDUCATION_TYPE_Lower_secondary", 1, 0))
        .startsWith("Your level of education: lower secondary education.")
        .endsWith("This is the case for 48% of accepted clients.");
    assertThat(french("BURO_DAYS_CREDIT_MAX", -100, -300))
        .startsWith("Ouverture la plus récente parmi les crédits ailleurs\u00a0: il y a 3 mois.");
    assertThat(french("EXT_SOURCE_1", Float.NaN, 0.5))
        .startsWith("Le premier score externe n’est pas connu.")
        .endsWith("Cette information existe pour 44\u00a0% des clients acceptés.");
    assertThat(english("ANNUITY_INCOME_PERC", 0.183, 0.183))
        .startsWith("The monthly payment is 18% of the declared income.")
        .endsWith("This is also the median of accepted clients.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysEveryFeatureWithoutAForeignWord(Language language) {
    Narration narration = Narration.in(language);
    for (Feature feature : FEATURES) {
      for (float value : new float[] {0, 1, -0.35f, 12.5f, -1234, 1e9f, Float.NaN}) {
        boolean flag = feature.unit() == Unit.FLAG;
        if (!flag || value == 0 || value == 1) {
          String said = narration.tell(reason(feature.name(), value, 1));
          assertThat(said).as(feature.name() + " = " + value).doesNotContainPattern(FOREIGN);
          assertThat(said).matches(Pattern.compile("\\p{Lu}.*\\.", Pattern.DOTALL));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsWholeExplanationsWithoutAForeignWord(Language language) {
    Bundle bundle = RandomModels.bundle(Catalogue.core().names(), 300, 0.15, 5);
    Explainer explainer = Explainer.of(bundle, Catalogue.core(), ReasonLimits.DEFAULT);
    Narration narration = Narration.in(language);
    SplittableRandom random = new SplittableRandom(9);
    Set<Decision> decisions = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Explanation explanation =
          explainer.explain(RandomModels.client(FEATURES, random), new Remarks(i % 3, i % 2));
      decisions.add(explanation.score().decision());

      Narrative narrative = narration.tell(explanation);

      assertThat(narrative.text()).doesNotContainPattern(FOREIGN);
      assertThat(narrative.sections())
          .extracting(Narrative.Section::topic)
          .contains(
              Narrative.Topic.DECISION,
              Narrative.Topic.RISK,
              Narrative.Topic.ADVERSE,
              Narrative.Topic.FAVOURABLE,
              Narrative.Topic.GROUPS);
      boolean refused = explanation.score().decision() == Decision.REFUSED;
      assertThat(narrative.sections().get(2).topic())
          .isEqualTo(refused ? Narrative.Topic.ADVERSE : Narrative.Topic.FAVOURABLE);
      assertThat(ExplanationJson.write(explanation, narration).path("features").size())
          .isEqualTo(explanation.features().size());
    }
    assertThat(decisions).containsExactlyInAnyOrder(Decision.values());
  }

  /** TextTable demands both languages of each row, and Phrases a row for each phrase. */
  @Test
  void everyTextOfAnExceptionNamesSomethingThatExists() {
    Topics topics = new Topics();
    Set<String> subjects =
        FEATURES.stream()
            .flatMap(
                f ->
                    Stream.concat(
                        Stream.of(f.name(), f.name() + "=0", f.name() + "=1"),
                        f.category().stream().map(c -> c.column().name())))
            .collect(Collectors.toSet());
    Set<String> sources =
        FEATURES.stream()
            .flatMap(
                f ->
                    Stream.of(Optional.of(topics.source(f)), Topics.history(f), Topics.subset(f))
                        .flatMap(Optional::stream))
            .collect(Collectors.toSet());
    Set<String> absences = keys("absences.tsv");

    assertThat(subjects).containsAll(keys("sayings.tsv"));
    assertThat(sources).containsAll(absences);
    assertThat(absences)
        .as("histories and their parts have no label to fall back to")
        .containsAll(sources.stream().filter(source -> !source.contains(".")).toList());
  }

  private static Set<String> keys(String table) {
    return TextTable.read(ReasonText.class, table, 1).keys().stream()
        .map(key -> key.get(0))
        .collect(Collectors.toSet());
  }

  @Test
  void everyTopicExists() {
    for (List<String> key : TextTable.read(Topics.class, "topics.tsv", 2).keys()) {
      assertThat(FEATURES)
          .as(key.toString())
          .anyMatch(
              f ->
                  f.table().schema().name().equals(key.get(0))
                      && f.quantity().filter(q -> q.name().equals(key.get(1))).isPresent());
    }
  }
}
