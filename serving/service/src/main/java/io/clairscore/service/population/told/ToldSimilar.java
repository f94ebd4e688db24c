package io.clairscore.service.population.told;

import io.clairscore.service.file.Label;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.population.Likeness;
import io.clairscore.service.population.SimilarClients;
import io.clairscore.service.population.SimilarityRule;
import io.clairscore.service.population.SimilarityText;
import java.util.Arrays;
import java.util.List;

/**
 * Who is similar to a client.
 *
 * @param clients how many they are, never fewer than {@code least}
 * @param rule sentences that say who they are
 * @param changes sentences that say why the rule is another than the one asked for; none if it is
 *     not
 * @param likenesses every likeness a rule can ask for, and what this one asks
 */
public record ToldSimilar(
    long clients,
    int least,
    List<String> rule,
    List<String> changes,
    List<ToldLikeness> likenesses) {

  /**
   * A likeness.
   *
   * @param widths how wide it can be; none where values are the same
   * @param asked whether it was asked for
   * @param used whether it holds
   * @param width how wide it is; null where values are the same, or it does not hold
   */
  public record ToldLikeness(
      Likeness likeness,
      Label label,
      Likeness.Kind kind,
      List<Integer> widths,
      boolean asked,
      boolean used,
      @MayBeNull Integer width) {}

  public ToldSimilar {
    rule = List.copyOf(rule);
    changes = List.copyOf(changes);
    likenesses = List.copyOf(likenesses);
  }

  public static ToldSimilar of(SimilarClients similar, SimilarityText words) {
    return new ToldSimilar(
        similar.clients(),
        SimilarityRule.LEAST_CLIENTS,
        words.rule(similar),
        words.changes(similar),
        Arrays.stream(Likeness.values()).map(likeness -> of(likeness, similar)).toList());
  }

  private static ToldLikeness of(Likeness likeness, SimilarClients similar) {
    Integer width = similar.used().widths().get(likeness);
    return new ToldLikeness(
        likeness,
        Label.of(likeness.column().label()),
        likeness.kind(),
        likeness.widths(),
        similar.asked().widths().containsKey(likeness),
        width != null,
        width == null || likeness.widths().isEmpty() ? null : width);
  }
}
