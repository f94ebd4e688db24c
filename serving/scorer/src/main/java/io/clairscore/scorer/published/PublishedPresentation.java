package io.clairscore.scorer.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ReasonLimits;
import java.util.Objects;

/**
 * How decisions are told, so that whoever reads the version says what the command {@code explain}
 * says.
 *
 * @param presentation the lender's own words
 * @param limits how much is told
 */
public record PublishedPresentation(
    @JsonProperty("presentation") Presentation presentation,
    @JsonProperty("limits") ReasonLimits limits) {

  public PublishedPresentation {
    Objects.requireNonNull(presentation, "presentation");
    Objects.requireNonNull(limits, "limits");
  }
}
