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
 * @param reviewContact whom clients ask for a person to look at their application again, as words
 *     that follow "please ask"
 */
public record Presentation(Text currency, Text reviewContact) {
  public Presentation {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(reviewContact, "reviewContact");
  }

  /** Amounts in the language and the currency. */
  public Amounts amounts(Language language) {
    return new Amounts(new Figures(language), currency.in(language));
  }
}
