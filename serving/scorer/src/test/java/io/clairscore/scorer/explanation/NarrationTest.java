package io.clairscore.scorer.explanation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.RandomModels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** A reason against an application, of one feature, beside the median of accepted clients. */
  private static Reason reason(String feature, float value, double median) {
    Feature found = Catalogue.core().feature(feature).orElseThrow();
    Factor factor = new Factor(new Topics().subject(found), Factor.Kind.SUBJECT, found.group());
    Comparison.Kind kind =
        found.unit() == Unit.FLAG || Float.isNaN(value)
            ? Comparison.Kind.CASE
            : value > median ? Comparison.Kind.AT_MOST : Comparison.Kind.AT_LEAST;
    String absence = Float.isNaN(value) ? Topics.source(found) : null;
    return new Reason(
        factor, found, value, absence, true, -24, 0.8, 0.2, 0, new Comparison(kind, median, false));
  }

  private static String told(Language language, String feature, double value, double median) {
    return Narration.in(language, Words.EUROS).tell(reason(feature, (float) value, median));
  }

  private static String french(String feature, double value, double median) {
    return told(Language.FRENCH, feature, value, median);
  }

  private static String english(String feature, double value, double median) {
    return told(Language.ENGLISH, feature, value, median);
  }

  @Test
  void saysReasonsAsAnAdvisorWould() {
    assertThat(french("EXT_SOURCE_2", 0.31, 0.62))
        .isEqualTo(
            "Votre deuxième score extérieur est de 31 sur\u00a0100\u00a0; pour la moitié des clients"
                + " acceptés, c’est au moins 62 sur\u00a0100 (−24 points).");
    assertThat(english("DAYS_EMPLOYED", -425, -1522))
        .isEqualTo(
            "You have been in your job for 1 year and 2 months; for half of the accepted clients, it"
                + " is at least 4 years and 2 months (−24 points).");
    assertThat(french("AMT_CREDIT", 1_350_400, 500_000))
        .startsWith("Vous demandez un crédit de 1\u202f350\u202f000\u00a0euros\u00a0;");
    assertThat(french("FLAG_OWN_CAR", 0, 0.44))
        .startsWith(
            "Vous ne possédez pas de voiture\u00a0; c’est le cas de 44 clients acceptés sur");
    assertThat(english("NAME_EDUCATION_TYPE_Lower_secondary", 1, 0.01))
        .isEqualTo(
            "Your level of education is recorded in the file as “lower secondary education”; this is"
                + " the case for 1 accepted client out of 100 (−24 points).");
    assertThat(french("BURO_DAYS_CREDIT_MAX", -100, -300))
        .startsWith("Le plus récent de vos crédits ailleurs a été ouvert il y a 3 mois\u00a0;")
        .contains("c’est il y a 10 mois ou avant");
    assertThat(french("EXT_SOURCE_1", Float.NaN, 0.44))
        .startsWith(
            "Votre premier score extérieur n’est pas connu\u00a0; c’est le cas de 44 clients");
    assertThat(english("INSTAL_DPD_MAX", 0, 5))
        .startsWith("You have never paid an instalment late with us;");
    assertThat(english("BURO_CREDIT_ACTIVE_Active_MEAN", 0.004, 0.5))
        .startsWith("Of your credits elsewhere, less than 1% are active;");
    assertThat(french("PREV_CNT_PAYMENT_MEAN", 14.2, 20))
        .contains("un remboursement sur 1 an et 2 mois");
  }

  @Test
  void valuesThatLookAlikeAreNotCompared() {
    assertThat(english("ANNUITY_INCOME_PERC", 0.183, 0.1834))
        .isEqualTo(
            "The monthly payment is 18% of your declared income. Given the rest of the file, this"
                + " counts against your application (−24 points).");
  }

  @Test
  void saysNothingOfZeroAndTimesOfWhatHappens() {
    assertThat(french("AMT_REQ_CREDIT_BUREAU_QRT", 1, 0))
        .endsWith(
            "votre fichier de crédit a été consulté 1 fois\u00a0; pour la moitié des clients acceptés,"
                + " il n’y a rien de tel (−24 points).");
    assertThat(english("AMT_REQ_CREDIT_BUREAU_YEAR", 0, 2))
        .contains("was not consulted; for half of the accepted clients, it is at least twice");
    Reason one = reason("BURO_AMT_CREDIT_MAX_OVERDUE_MEAN", 3700, 0);
    Comparison mean = new Comparison(Comparison.Kind.ON_AVERAGE, 12_400, false);
    Reason other = new Reason(one.factor(), one.feature(), 3700, null, true, 5, -0.2, 0.1, 0, mean);
    assertThat(Narration.in(Language.FRENCH, Words.EUROS).tell(other))
        .contains("chez les clients acceptés, c’est 12\u202f400\u00a0euros en moyenne (+5 points)");
  }

  @Test
  void whatSumsUpSeveralFactsSaysOfWhat() {
    Reason one = reason("BURO_AMT_CREDIT_SUM_DEBT_SUM", 120_000, 40_000);
    Reason several =
        new Reason(
            one.factor(), one.feature(), one.value(), null, true, -24, 0.8, 0.2, 3, one.against());
    assertThat(Narration.in(Language.FRENCH, Words.EUROS).tell(several))
        .endsWith("(montants, dettes et mensualités ailleurs\u00a0: −24 points).");
  }

  @Test
  void aSubjectWithoutASentenceIsNamed() {
    Reason one = reason("PREV_DAYS_DECISION_MAX", -10, -400);
    Reason silent =
        new Reason(one.factor(), one.feature(), one.value(), null, false, 5, -0.2, 0.1, 2, null);
    assertThat(Narration.in(Language.ENGLISH, Words.EUROS).tell(silent))
        .isEqualTo(
            "Dates and outcomes of your past applications: given the rest of the file, this counts in your favour"
                + " (+5 points).");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysEveryFeatureThatMayDecideWithoutAForeignWord(Language language) {
    Narration narration = Narration.in(language, Words.EUROS);
    Sayings sayings = new Sayings();
    for (Feature feature : FEATURES) {
      for (float value : new float[] {0, 1, -0.35f, 12.5f, -1234, 1e9f}) {
        boolean flag = feature.unit() == Unit.FLAG;
        if (feature.decides() && (!flag || value == 0 || value == 1)) {
          String which = feature.name() + " = " + value;
          boolean sensible = value >= 0 || feature.unit() != Unit.MONEY;
          assertThat(sayings.of(feature, value).isPresent()).as(which).isEqualTo(sensible);
          if (sensible) {
            String said = narration.tell(reason(feature.name(), value, 0.7));
            assertThat(said).as(which).doesNotContainPattern(FOREIGN);
            assertThat(said).matches(Pattern.compile("\\p{Lu}.*\\.", Pattern.DOTALL));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsWholeExplanationsWithoutAForeignWord(Language language) {
    Bundle bundle = RandomModels.bundle(Catalogue.core().names(), 300, 0.15, 5);
    Explainer explainer = Explainer.of(bundle, Catalogue.core(), ReasonLimits.DEFAULT);
    Narration narration = Narration.in(language, Words.EUROS);
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
  void everyTextNamesSomethingThatMayDecide() {
    List<Feature> deciding = FEATURES.stream().filter(Feature::decides).toList();
    Set<List<String>> topics =
        deciding.stream().map(f -> List.of(Topics.table(f), Topics.quantity(f))).collect(toSet());
    TextTable.read(Topics.class, "topics.tsv", 2).demandExactly(topics);
    Set<List<String>> subjects =
        deciding.stream().map(f -> List.of(new Topics().subject(f))).collect(toSet());
    TextTable.read(ReasonText.class, "subjects.tsv", 1).demandExactly(subjects);
    Set<String> said =
        deciding.stream().flatMap(f -> Stream.of(f.name(), Topics.quantity(f))).collect(toSet());
    assertThat(said).containsAll(stems("sayings.tsv", 0));
    Set<String> quantities = deciding.stream().map(Topics::quantity).collect(toSet());
    assertThat(quantities).containsAll(stems("facts.tsv", 1));
    Set<String> sources =
        deciding.stream()
            .flatMap(
                f ->
                    Stream.of(Optional.of(Topics.source(f)), Topics.history(f), Topics.subset(f))
                        .flatMap(Optional::stream))
            .collect(toSet());
    sources.add("repayment");
    Set<String> absences = stems("absences.tsv", 0);
    assertThat(sources).containsAll(absences);
    assertThat(absences)
        .as("histories and their parts")
        .containsAll(sources.stream().filter(source -> !source.contains(".")).toList());
  }

  /** Keys without the values of a category, and without the value they are about. */
  private static Set<String> stems(String table, int column) {
    int columns = table.equals("facts.tsv") ? 3 : 1;
    return TextTable.read(ReasonText.class, table, columns).keys().stream()
        .map(key -> key.get(column).replaceFirst("=.*", ""))
        .collect(toSet());
  }

  /** A factor belongs to one theme. */
  @Test
  void everySubjectHasOneTheme() {
    Map<String, Set<BusinessGroup>> themes =
        FEATURES.stream()
            .filter(Feature::decides)
            .collect(
                Collectors.groupingBy(
                    f -> new Topics().subject(f), Collectors.mapping(Feature::group, toSet())));
    assertThat(themes.values()).allMatch(groups -> groups.size() == 1);
  }
}
