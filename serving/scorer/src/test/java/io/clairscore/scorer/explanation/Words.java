package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Text;

/** What a lender that counts in euros says. */
public final class Words {
  public static final Presentation EUROS =
      new Presentation(new Text("euros", "euros"), new Text("à votre conseiller", "your advisor"));

  private Words() {}
}
