package io.clairscore.scorer.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ReasonLimits;
import java.util.Objects;

/**
 * How decisions are told, so that whoever reads the version says what the command {@code explain}
 * says.
 *
 * @param words the lender's own words
 * @param reasons how much is told
 */
public record PublishedPresentation(
    @JsonProperty("words") Presentation words, @JsonProperty("reasons") ReasonLimits reasons) {

  public PublishedPresentation {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(reasons, "reasons");
  }
}
