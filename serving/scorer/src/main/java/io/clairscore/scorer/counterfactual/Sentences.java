package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an advisor says of a change, in one language. The words stand in the table {@code
 * counterfactuals.tsv}; it is complete and names nothing unknown, or there are no sentences.
 */
public final class Sentences {
  private static final Set<String> FRAMES =
      Set.of("SUFFICES", "BOTH", "INSTALMENT_FOLLOWS", "PRICE_FOLLOWS");

  private static final char NO_BREAK_SPACE = '\u00a0';

  /** Amounts that may follow from a change, and how that is said. */
  private static final Map<NumberColumn, String> FOLLOWERS =
      Map.of(
          Application.AMT_GOODS_PRICE,
          "PRICE_FOLLOWS",
          Application.AMT_ANNUITY,
          "INSTALMENT_FOLLOWS");

  private final TextTable words = TextTable.read(Sentences.class, "counterfactuals.tsv", 1);
  private final Language language;
  private final Amounts amounts;

  /**
   * Sentences about changes of some levers.
   *
   * @throws IllegalStateException if the table lacks a text for one of them, or has one too many
   */
  Sentences(Levers levers, Language language, Amounts amounts) {
    Set<String> keys = new LinkedHashSet<>(FRAMES);
    levers.levers().forEach(lever -> keys.addAll(keys(lever)));
    words.demandExactly(keys.stream().map(List::of).collect(Collectors.toSet()));
    this.language = language;
    this.amounts = amounts;
  }

  /** Sentences about what Clairscore suggests to applicants. */
  public static Sentences standard(Language language, Amounts amounts) {
    return new Sentences(Levers.standard(), language, amounts);
  }

  /**
   * That a proposal would be accepted, and what follows from it.
   *
   * @param application the client's own, as a table of one row
   */
  public String suffices(Proposal proposal, Rows application) {
    String said = FirstLetter.capital(say("SUFFICES", "change", change(proposal)));
    return withWhatFollows(said, proposal, application);
  }

  /** What a client would do, as the beginning of a sentence: "by asking for ...". */
  public String change(Proposal proposal) {
    List<String> clauses = proposal.changes().stream().map(this::clause).toList();
    return clauses.size() == 1
        ? clauses.get(0)
        : say("BOTH", "first", clauses.get(0), "second", clauses.get(1));
  }

  /** A sentence about a proposal, and what follows from the proposal. */
  public String withWhatFollows(String sentence, Proposal proposal, Rows application) {
    List<String> said = new ArrayList<>(List.of(sentence));
    proposal
        .cells()
        .forEach(
            (column, cell) -> {
              boolean named =
                  proposal.changes().stream().anyMatch(c -> c.lever().leading() == column);
              if (!named && FOLLOWERS.containsKey(column)) {
                said.add(say(FOLLOWERS.get(column), application.number(column, 0), cell));
              }
            });
    return String.join(" ", said);
  }

  private String clause(InputChange change) {
    List<String> keys = keys(change.lever());
    return say(keys.get(change.raised() ? keys.size() - 1 : 0), change.from(), change.to());
  }

  private String say(String key, double from, double to) {
    double change = to / from - 1;
    // Changes below one percent are told with one digit more.
    int decimals = Math.abs(change) < 0.0095 ? 1 : 0;
    return say(
        key,
        "from",
        amount(from),
        "to",
        amount(to),
        "share",
        amounts.figures().signedPercent(change, decimals));
  }

  /** An amount to the cent, if it has cents: rounded, it might not be accepted. */
  private String amount(double value) {
    double cents = Math.rint(value * 100) / 100;
    int decimals = cents == Math.rint(cents) ? 0 : 2;
    return amounts.figures().fixed(cents, decimals) + NO_BREAK_SPACE + amounts.currency();
  }

  private String say(String key, String... slots) {
    return Slots.fill(words.text("text", key).in(language), slots);
  }

  /** The keys of a lever: one, or one for lower and one for higher. */
  private static List<String> keys(Lever lever) {
    return lever.most() > 1
        ? List.of(lever.name() + "_LOWER", lever.name() + "_HIGHER")
        : List.of(lever.name());
  }
}
