package io.clairscore.service.decision;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.Text;
import java.util.Objects;
import java.util.function.Function;

/**
 * Why a change cannot be tried.
 *
 * @param column the column it is about; a name nobody knows is not repeated, and is empty
 * @param kind what is wrong
 * @param slots texts for the slots of the sentence, by name and text in turn
 */
public record Objection(String column, Kind kind, Function<Language, String[]> slots) {

  /** What can be wrong with a change; the texts stand in {@code objections.tsv}. */
  public enum Kind {
    NO_CHANGE,
    UNKNOWN_COLUMN,
    NOT_CHANGEABLE,
    MAY_NOT_DECIDE,
    NOT_READ,
    NOT_A_NUMBER,
    NOT_A_TEXT,
    NOT_WHOLE,
    OUT_OF_RANGE,
    VALUE_MAY_NOT_DECIDE,
    NO_CREDIT,
    NO_INSTALMENT,
    INSTALMENT_ABOVE_CREDIT,
    EMPLOYED_BEFORE_BIRTH,
    AGE_OF_NO_CAR
  }

  public Objection {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(kind, "kind");
  }

  /** In words. */
  public String sentence(Language language) {
    Text text = ObjectionTexts.of(kind);
    return Slots.fill(text.in(language), slots.apply(language));
  }

  static Objection of(String column, Kind kind) {
    return new Objection(column, kind, language -> new String[0]);
  }
}
