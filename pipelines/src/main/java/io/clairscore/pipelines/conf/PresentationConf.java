package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.scorer.explanation.Presentation;

/**
 * What the lender says in its own words to the people it explains decisions to.
 *
 * @param currency the word that follows an amount of money
 * @param reviewContact whom clients ask for a person to look at their application again
 */
public record PresentationConf(WordsConf currency, WordsConf reviewContact) {

  public PresentationConf {
    Require.present("presentation.currency", currency);
    currency.require("presentation.currency");
    Require.present("presentation.reviewContact", reviewContact);
    reviewContact.require("presentation.reviewContact");
  }

  public Presentation presentation() {
    return new Presentation(currency.text(), reviewContact.text());
  }
}
