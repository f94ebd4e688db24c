package io.clairscore.features.use;

/**
 * What may be done with an input, and why.
 *
 * @param use what may be done
 * @param ground the reason, which can be told
 */
public record Ruling(Use use, Ground ground) {

  public boolean decides() {
    return use == Use.DECIDES;
  }

  /** The stricter of two rulings, this one if they are equally strict. */
  public Ruling and(Ruling other) {
    return other.use.compareTo(use) > 0 ? other : this;
  }
}
