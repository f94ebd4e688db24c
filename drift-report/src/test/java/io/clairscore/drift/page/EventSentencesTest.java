package io.clairscore.drift.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.drift.verdict.Event;
import io.clairscore.drift.verdict.Populations;
import io.clairscore.drift.verdict.Vocabulary;
import io.clairscore.features.schema.Unit;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happened in a column, as a person would say it. */
class EventSentencesTest {
  private static final int ROWS = 1000;
  private static final Text LABEL = new Text("Libellé", "Label");

  private static DriftRow row(Populations before, Populations after, Unit unit) {
    Vocabulary words =
        new Vocabulary(
            Map.of("x", LABEL),
            Map.of("x", Map.of("r", new Text("Crédit renouvelable", "Revolving credit"))),
            Map.of("x", unit));
    return DriftReport.of(before.profile(), after.profile(), DriftOptions.STANDARD.with(words))
        .rows()
        .get(0);
  }

  private static String say(Language language, DriftRow row) {
    return new EventSentences(new Words(language), new Figures(language)).of(row);
  }

  /** Numbers around a middle, and some missing ones. */
  private static Populations numbers(double middle, double step, int missing) {
    double[] values =
        IntStream.range(0, ROWS).mapToDouble(i -> middle + step * (i - ROWS / 2 + 1)).toArray();
    for (int i = 0; i < missing; i++) {
      values[i * 7919 % ROWS] = Double.NaN;
    }
    return new Populations(ROWS).real("x", values);
  }

  private static Populations categories(int some) {
    String[] values = new String[ROWS];
    Arrays.fill(values, "c");
    Arrays.fill(values, 0, some, "r");
    return new Populations(ROWS).categories("x", values);
  }

  private static Populations flags(int some) {
    double[] values = new double[ROWS];
    Arrays.fill(values, 0, some, 1);
    return new Populations(ROWS).integers("x", values);
  }

  @Test
  void aCategoryIsToldByItsShareOfTheClients() {
    DriftRow row = row(categories(97), categories(9), Unit.RATIO);
    assertThat(say(Language.ENGLISH, row))
        .isEqualTo("Label: revolving credit, 9.7% to 0.9% of clients");
    assertThat(say(Language.FRENCH, row))
        .isEqualTo("Libellé\u00a0: crédit renouvelable, de 9,7\u00a0% à 0,9\u00a0% des clients");
  }

  @Test
  void anAmountIsToldByItsMedian() {
    DriftRow row = row(numbers(450_000, 100, 0), numbers(396_000, 100, 0), Unit.MONEY);
    assertThat(say(Language.ENGLISH, row)).isEqualTo("Label: median 450,000 to 396,000, −12%");
    assertThat(say(Language.FRENCH, row))
        .isEqualTo("Libellé\u00a0: médiane de 450\u202f000 à 396\u202f000, −12\u00a0%");
  }

  @Test
  void missingValuesAreToldByHowManyAreKnown() {
    DriftRow row = row(numbers(1, 0.1, 560), numbers(1, 0.1, 420), Unit.SCORE);
    assertThat(say(Language.ENGLISH, row))
        .isEqualTo("Label: known for 58 instead of 44 of 100 clients");
    assertThat(say(Language.FRENCH, row))
        .isEqualTo("Libellé\u00a0: valeur connue pour 58 clients sur 100, au lieu de 44");
  }

  @Test
  void timesBeforeTheApplicationAreLengthsOfTime() {
    DriftRow days = row(numbers(-400, 0.2, 0), numbers(-250, 0.2, 0), Unit.DAYS);
    DriftRow years = row(numbers(-4000, 2, 0), numbers(-3000, 2, 0), Unit.DAYS);
    assertThat(say(Language.ENGLISH, days)).isEqualTo("Label: median 400 to 250 days, −38%");
    assertThat(say(Language.FRENCH, years))
        .isEqualTo("Libellé\u00a0: médiane de 11,0 à 8,2 ans, −25\u00a0%");
  }

  @Test
  void aYesIsToldByWhoSaysIt() {
    DriftRow row = row(flags(57), flags(162), Unit.FLAG);
    assertThat(say(Language.ENGLISH, row))
        .isEqualTo("Label: yes for 16.2% of clients, instead of 5.7%");
  }

  @Test
  void aNumberOfFewValuesIsToldByOneOfThem() {
    DriftRow row = row(flags(113), flags(319), Unit.COUNT);
    assertThat(say(Language.ENGLISH, row))
        .isEqualTo("Label: the value 1 for 31.9% of clients, instead of 11.3%");
  }

  @Test
  void ratiosHaveThreeDigits() {
    DriftRow row = row(numbers(0.05, 1e-5, 0), numbers(0.061437, 1e-5, 0), Unit.RATIO);
    assertThat(say(Language.ENGLISH, row)).isEqualTo("Label: median 0.0500 to 0.0614, +23%");
  }

  @Test
  void faultsOfTheSourceAreNamed() {
    DriftRow empty = row(numbers(1, 0.1, 100), numbers(1, 0.1, ROWS), Unit.MONEY);
    DriftRow constant = row(numbers(5, 1, 0), numbers(5, 0, 0), Unit.MONEY);
    DriftRow turned = row(numbers(5, 1, 0), categories(5), Unit.MONEY);

    assertThat(say(Language.ENGLISH, empty))
        .isEqualTo("Label: no value any more, instead of 90 of 100 clients");
    assertThat(say(Language.ENGLISH, constant)).isEqualTo("Label: the same value for everybody, 5");
    assertThat(say(Language.ENGLISH, turned))
        .isEqualTo("Label: numbers on one side, categories on the other");
    assertThat(empty.event().kind().fault()).isTrue();
  }

  @Test
  void everyKindOfEventHasASentenceInBothLanguages() {
    for (Language language : Language.values()) {
      EventSentences sentences = new EventSentences(new Words(language), new Figures(language));
      for (Event.Kind kind : Event.Kind.values()) {
        String sentence = sentences.event(new Event(kind, LABEL, Unit.MONEY, 0.25, 0.5));
        assertThat(sentence.isEmpty()).as("%s", kind).isEqualTo(kind == Event.Kind.NONE);
        assertThat(sentence).doesNotContain("{", "PSI", "MONEY");
      }
    }
  }
}
