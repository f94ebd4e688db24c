package io.clairscore.service.population;

import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.service.population.selection.Filter;
import io.clairscore.service.population.selection.ScoreColumn;
import java.util.ArrayList;
import java.util.List;

/** Says in words who is similar to a client, and why the rule is not the one asked for. */
public final class SimilarityText {
  private final Phrases<SimilarityPhrase> phrases;
  private final Language language;
  private final Amounts amounts;

  /**
   * Words of a language.
   *
   * @param amounts in that language
   */
  public SimilarityText(Language language, Amounts amounts) {
    this.phrases = new Phrases<>(SimilarityPhrase.class, "similarity.tsv", language);
    this.language = language;
    this.amounts = amounts;
  }

  /** A sentence for each thing the group shares, and last that nothing is decided by it. */
  public List<String> rule(SimilarClients similar) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        phrases.say(SimilarityPhrase.GROUP, "count", amounts.figures().count(similar.clients())));
    similar.selection().filters().forEach(filter -> sentences.add(of(filter)));
    if (similar.selection().isAll()) {
      sentences.add(phrases.say(SimilarityPhrase.EVERYBODY));
    }
    sentences.add(phrases.say(SimilarityPhrase.NO_DECISION));
    return sentences;
  }

  /** Why the rule is another than the one asked for; nothing if it is not. */
  public List<String> changes(SimilarClients similar) {
    List<String> sentences = new ArrayList<>();
    SimilarityRule began = similar.began();
    for (Likeness likeness : similar.asked().widths().keySet()) {
      if (!began.holds(likeness)) {
        sentences.add(say(SimilarityPhrase.NOT_SAID, likeness));
      }
    }
    if (!similar.narrow().isEmpty()) {
      sentences.add(
          phrases.say(
              SimilarityPhrase.WIDENED,
              "count",
              amounts.figures().count(similar.narrow().get(0)),
              "least",
              amounts.figures().count(SimilarityRule.LEAST_CLIENTS)));
    }
    for (Likeness likeness : began.widths().keySet()) {
      if (!similar.used().holds(likeness)) {
        sentences.add(say(SimilarityPhrase.GIVEN_UP, likeness));
      } else if (!similar.used().widths().get(likeness).equals(began.widths().get(likeness))) {
        sentences.add(say(SimilarityPhrase.WIDER, likeness));
      }
    }
    return sentences;
  }

  private String say(SimilarityPhrase phrase, Likeness likeness) {
    return phrases.say(phrase, "label", likeness.column().label().in(language));
  }

  private String of(Filter filter) {
    String label = filter.column().label().in(language);
    if (filter instanceof Filter.OneOf same) {
      String value = filter.column().label(same.values().get(0)).in(language);
      return phrases.say(SimilarityPhrase.SAME, "label", label, "value", value);
    }
    Filter.Between between = (Filter.Between) filter;
    if (filter.column().equals(ScoreColumn.AGE.column())) {
      return phrases.say(
          SimilarityPhrase.AGE,
          "label",
          label,
          "from",
          amounts.figures().count(between.min()),
          "to",
          amounts.figures().count(between.max()));
    }
    return phrases.say(
        phrase(between),
        "label",
        label,
        "from",
        amounts.exact(between.min()),
        "to",
        amounts.exact(between.max()));
  }

  private static SimilarityPhrase phrase(Filter.Between between) {
    if (Double.isInfinite(between.min())) {
      return SimilarityPhrase.AT_MOST;
    }
    return Double.isInfinite(between.max()) ? SimilarityPhrase.AT_LEAST : SimilarityPhrase.BETWEEN;
  }
}
