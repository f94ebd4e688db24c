package io.clairscore.scorer.event;

/**
 * Who did something.
 *
 * @param id identifier of an account or token, or the name of a program; never a secret
 * @param kind what it identifies: {@code ACCOUNT}, {@code TOKEN}, {@code COMMAND}, ...
 */
public record Actor(String id, String kind) {
  public Actor {
    id = EventText.clean(id, "id");
    kind = EventText.clean(kind, "kind");
  }
}
