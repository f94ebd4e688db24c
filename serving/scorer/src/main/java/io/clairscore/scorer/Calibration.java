package io.clairscore.scorer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/**
 * A monotone map from the margin to a calibrated probability of default. It may map two margins to
 * one probability, so decisions compare margins and never probabilities.
 *
 * <p>Each kind is a JSON object of its components and {@code "kind"}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Platt.class, name = "platt"),
  @JsonSubTypes.Type(value = Isotonic.class, name = "isotonic")
})
public sealed interface Calibration extends Serializable permits Platt, Isotonic {

  /** The probability of default, 0 to 1, of a margin; never falls when the margin rises. */
  double probability(double margin);
}
