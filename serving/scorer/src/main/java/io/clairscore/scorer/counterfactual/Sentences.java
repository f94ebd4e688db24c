package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    return say(accepted ? "ACCEPTED" : "NONE", language);
  }

  /** The answer as a section of an explanation: the smallest change first, then other ways. */
  public Section section(Outcome outcome, Rows application, Language language) {
    List<String> lines =
        outcome.proposals().isEmpty()
            ? List.of(answer(outcome, application, language))
            : outcome.proposals().stream()
                .map(proposal -> proposal(proposal, application, language))
                .toList();
    return new Section(Topic.CHANGES, say("HEADING", language), lines);
  }

  /**
   * A proposal, and then what follows from it.
   *
   * @param application the client's own, as a table of one row
   */
  public String proposal(Proposal proposal, Rows application, Language language) {
    List<InputChange> changes = proposal.changes();
    String first = clause(changes.get(0), language);
    List<String> said = new ArrayList<>();
    said.add(
        FirstLetter.capital(
            changes.size() == 1
                ? say("ONE", language, "first", first)
                : say(
                    "TWO", language, "first", first, "second", clause(changes.get(1), language))));
    proposal
        .cells()
        .forEach(
            (column, cell) -> {
              boolean named = changes.stream().anyMatch(c -> c.lever().leading() == column);
              if (!named && FOLLOWERS.containsKey(column)) {
                said.add(say(FOLLOWERS.get(column), application.number(column, 0), cell, language));
              }
            });
    return String.join(" ", said);
  }

  private String clause(InputChange change, Language language) {
    List<String> keys = keys(change.lever());
    String key = keys.get(change.raised() ? keys.size() - 1 : 0);
    return say(key, change.from(), change.to(), language);
  }

  private String say(String key, double from, double to, Language language) {
    Figures figures = new Figures(language);
    double change = to / from - 1;
    // Changes below one percent are told with one digit more.
    int decimals = Math.abs(change) < 0.0095 ? 1 : 0;
    return say(
        key,
        language,
        "from",
        figures.number(from, 2),
        "to",
        figures.number(to, 2),
        "share",
        figures.signedPercent(change, decimals));
  }

  private String say(String key, Language language, String... slots) {
    return Slots.fill(words.text("text", key).in(language), slots);
  }

  /** The keys of a lever: one, or one for lower and one for higher. */
  private static List<String> keys(Lever lever) {
    return lever.most() > 1
        ? List.of(lever.name() + "_LOWER", lever.name() + "_HIGHER")
        : List.of(lever.name());
  }
}
