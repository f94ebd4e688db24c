package io.clairscore.service.population.selection;

import io.clairscore.features.text.Text;
import io.clairscore.features.use.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing known of every client, as the population is explored by it.
 *
 * @param key as requests name it, such as {@code application.AMT_CREDIT} or {@code feature.X}
 * @param stored column of the published file it is read from
 * @param storage how that column is held
 * @param sql the value in SQL, by the stored column
 * @param scale of a number; empty for a category
 * @param values the values of a category, in their order; empty for a number
 * @param ruling what may be done with it
 * @param valueRulings stricter rulings about single values of a category
 * @param texts the words for it
 */
public record ExploredColumn(
    String key,
    String stored,
    Storage storage,
    String sql,
    Optional<Scale> scale,
    List<String> values,
    Ruling ruling,
    Map<String, Ruling> valueRulings,
    ColumnTexts texts) {

  public ExploredColumn {
    Objects.requireNonNull(texts, "texts");
    values = List.copyOf(values);
    valueRulings = Map.copyOf(valueRulings);
    if (scale.isPresent() == !values.isEmpty()) {
      throw new IllegalArgumentException(key + " is either a number or a category");
    }
  }

  /** A number read as it is stored. */
  static ExploredColumn number(
      String stored, Storage storage, Scale scale, Ruling ruling, Text label) {
    return new ExploredColumn(
        stored,
        stored,
        storage,
        Sql.name(stored),
        Optional.of(scale),
        List.of(),
        ruling,
        Map.of(),
        ColumnTexts.ofNumber(label));
  }

  /** The same by another expression of what is stored. */
  ExploredColumn by(String otherKey, String expression) {
    return new ExploredColumn(
        otherKey, stored, storage, expression, scale, values, ruling, valueRulings, texts);
  }

  public boolean isNumber() {
    return scale.isPresent();
  }

  public Text label() {
    return texts.label();
  }

  /** Label of one of the values of a category. */
  public Text label(String value) {
    return texts.values().apply(value);
  }

  /** Whether somebody may explore by this column. */
  public boolean visibleTo(Sight sight) {
    return sight.sees(ruling);
  }

  /** Whether somebody may look for clients of this value, or be told their number. */
  public boolean tells(String value, Sight sight) {
    return values.contains(value) && sight.sees(valueRulings.getOrDefault(value, ruling));
  }

  @Override
  public String toString() {
    return key;
  }
}
