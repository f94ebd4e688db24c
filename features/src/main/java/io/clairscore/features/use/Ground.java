package io.clairscore.features.use;

import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Why an input may decide or may not. The texts stand in {@code grounds.tsv}. */
public enum Ground {
  REQUEST,
  MEANS,
  WORK,
  COMMITMENTS,
  OUTSIDE_RATING,
  SEX,
  PREGNANCY,
  AGE,
  FAMILY,
  RESIDENCE,
  HEALTH,
  RELIGION,
  OTHER_PEOPLE,
  COMPANY,
  MOMENT,
  CONTACT,
  PURCHASES,
  BUILDING,
  LENDER,
  UNNAMED,
  UNSAYABLE,
  KEY,
  OUTCOME;

  private static final TextTable TEXTS = texts();

  /** One sentence as one may say it to a client. */
  public Text reason() {
    return TEXTS.text("reason", name());
  }

  /** The rules of law behind it. */
  public Text law() {
    return TEXTS.text("law", name());
  }

  private static TextTable texts() {
    TextTable table = TextTable.read(Ground.class, "grounds.tsv", 1);
    table.demandExactly(
        Arrays.stream(values()).map(ground -> List.of(ground.name())).collect(Collectors.toSet()));
    return table;
  }
}
