package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.Objects;

/**
 * What the lender says in its own words, whatever the model.
 *
 * @param currency the word that follows an amount
 */
public record Presentation(Text currency) {
  public Presentation {
    Objects.requireNonNull(currency, "currency");
  }

  /** Amounts in the language and the currency. */
  public Amounts amounts(Language language) {
    return new Amounts(new Figures(language), currency.in(language));
  }
}
