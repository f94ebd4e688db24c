package io.clairscore.pipelines.conf;

import io.clairscore.scorer.explanation.Presentation;

/**
 * What the lender says in its own words to the people it explains decisions to.
 *
 * @param currency the word that follows an amount of money
 */
public record PresentationConf(WordsConf currency) {

  public PresentationConf {
    Require.present("presentation.currency", currency);
    currency.require("presentation.currency");
  }

  public Presentation presentation() {
    return new Presentation(currency.text());
  }
}
