package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an advisor tells the client, in either language. The words stand in the table {@code
 * counterfactuals.tsv}; it is complete and names nothing unknown, or there are no sentences.
 */
public final class Sentences {
  private static final Set<String> FRAMES =
      Set.of("HEADING", "ACCEPTED", "NONE", "ONE", "TWO", "INSTALMENT_FOLLOWS", "PRICE_FOLLOWS");

  /** Amounts that may follow from a change, and how that is said. */
  private static final Map<NumberColumn, String> FOLLOWERS =
      Map.of(
          Application.AMT_GOODS_PRICE,
          "PRICE_FOLLOWS",
          Application.AMT_ANNUITY,
          "INSTALMENT_FOLLOWS");

  private final TextTable words = TextTable.read(Sentences.class, "counterfactuals.tsv", 1);

  /**
   * Sentences about changes of some levers.
   *
   * @throws IllegalStateException if the table lacks a text for one of them, or has one too many
   */
  public Sentences(Levers levers) {
    Set<String> keys = new LinkedHashSet<>(FRAMES);
    levers.levers().forEach(lever -> keys.addAll(keys(lever)));
    words.demandExactly(keys.stream().map(List::of).collect(Collectors.toSet()));
  }

  /** The answer to a client: the smallest change, or that there is none or none is needed. */
  public String answer(Outcome outcome, Rows application, Language language) {
    if (outcome instanceof Outcome.Found found) {
      return proposal(found.best(), application, language);
    }
    boolean accepted = outcome instanceof Outcome.AlreadyAccepted;
    return text(accepted ? "ACCEPTED" : "NONE", language);
  }

  /** The answer as a section of an explanation: the smallest change first, then other ways. */
  public Section section(Outcome outcome, Rows application, Language language) {
    List<String> lines =
        outcome.proposals().isEmpty()
            ? List.of(answer(outcome, application, language))
            : outcome.proposals().stream()
                .map(proposal -> proposal(proposal, application, language))
                .toList();
    return new Section(Topic.CHANGES, text("HEADING", language), lines);
  }

  /**
   * A proposal, and then what follows from it.
   *
   * @param application the client's own, as a table of one row
   */
  public String proposal(Proposal proposal, Rows application, Language language) {
    List<Change> changes = proposal.changes();
    String first = clause(changes.get(0), language);
    String sentence =
        changes.size() == 1
            ? fill(text("ONE", language), Map.of("first", first))
            : fill(
                text("TWO", language),
                Map.of("first", first, "second", clause(changes.get(1), language)));
    StringBuilder said = new StringBuilder(capitalised(sentence));
    proposal
        .cells()
        .forEach(
            (column, cell) -> {
              boolean named = changes.stream().anyMatch(c -> c.lever().leading() == column);
              if (!named && FOLLOWERS.containsKey(column)) {
                String pattern = text(FOLLOWERS.get(column), language);
                Map<String, String> slots = slots(application.number(column, 0), cell, language);
                said.append(' ').append(fill(pattern, slots));
              }
            });
    return said.toString();
  }

  private String clause(Change change, Language language) {
    List<String> keys = keys(change.lever());
    String key = keys.get(change.raised() ? keys.size() - 1 : 0);
    return fill(text(key, language), slots(change.from(), change.to(), language));
  }

  private static Map<String, String> slots(double from, double to, Language language) {
    Locale locale = Locale.forLanguageTag(language.code());
    NumberFormat amounts = NumberFormat.getNumberInstance(locale);
    amounts.setMaximumFractionDigits(2);
    NumberFormat shares = NumberFormat.getPercentInstance(locale);
    // Changes below one percent are told with one digit more.
    shares.setMaximumFractionDigits(Math.abs(to / from - 1) < 0.0095 ? 1 : 0);
    String share = shares.format(to / from - 1);
    return Map.of(
        "from", amounts.format(from),
        "to", amounts.format(to),
        "share", to > from ? "+" + share : share);
  }

  /** The keys of a lever: one, or one for lower and one for higher. */
  private static List<String> keys(Lever lever) {
    return lever instanceof Scale scale && scale.most() > 1
        ? List.of(lever.name() + "_LOWER", lever.name() + "_HIGHER")
        : List.of(lever.name());
  }

  private String text(String key, Language language) {
    return words.text("text", key).in(language);
  }

  private static String fill(String pattern, Map<String, String> slots) {
    String filled = pattern;
    for (Map.Entry<String, String> slot : slots.entrySet()) {
      filled = filled.replace("{" + slot.getKey() + "}", slot.getValue());
    }
    return filled;
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
