package io.clairscore.scorer.recourse;

import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Phrases;
import java.util.Optional;

/**
 * Says what an aspect has to do with time, and what the file says of it, in one language. Nothing
 * is said of what the file does not show: late payments are spoken of only where there are some.
 */
final class AspectText {
  private static final int MONTHS_PER_YEAR = 12;

  /** From so many years on, months say nothing any more: as where reasons are told. */
  private static final int YEARS_ALONE = 10;

  private final Phrases<Said> words;
  private final Figures figures;
  private final Amounts amounts;

  AspectText(Phrases<Said> words, Amounts amounts) {
    this.words = words;
    this.figures = amounts.figures();
    this.amounts = amounts;
  }

  /** How the aspect changes with time, if it does. */
  Optional<String> time(Aspect aspect, DossierFacts facts) {
    return switch (aspect) {
      case EXTERNAL_SCORES -> said(Said.TIME_EXTERNAL_SCORES);
      case EMPLOYMENT -> said(facts.monthsInJob() >= 0, Said.TIME_EMPLOYMENT);
      case ENQUIRIES -> said(facts.enquiries() > 0, Said.TIME_ENQUIRIES);
      case ARREARS -> said(facts.creditsWithArrears() > 0, Said.TIME_ARREARS);
      case CREDITS_ELSEWHERE ->
          counted(
              facts.activeCreditsElsewhere(),
              Said.TIME_CREDITS_ELSEWHERE_ONE,
              Said.TIME_CREDITS_ELSEWHERE_MANY);
      case PAST_APPLICATIONS ->
          counted(
              facts.refusals(), Said.TIME_PAST_APPLICATIONS_ONE, Said.TIME_PAST_APPLICATIONS_MANY);
      case CREDITS_HERE ->
          counted(facts.openCreditsHere(), Said.TIME_CREDITS_HERE_ONE, Said.TIME_CREDITS_HERE_MANY);
      case CARD -> said(facts.cardBalance() > 0, Said.TIME_CARD);
      case MISSING_SCORES, INCOME, OCCUPATION, HOME -> Optional.empty();
    };
  }

  /** What the file says of the aspect, for the client to compare with what is true. */
  Optional<String> check(Aspect aspect, DossierFacts facts) {
    return switch (aspect) {
      case EXTERNAL_SCORES -> said(Said.CHECK_EXTERNAL_SCORES);
      case MISSING_SCORES -> missingScores(facts.missingScores());
      case EMPLOYMENT -> Optional.of(employment(facts.monthsInJob()));
      case INCOME ->
          facts.income() > 0
              ? Optional.of(words.say(Said.CHECK_INCOME, "amount", amounts.exact(facts.income())))
              : Optional.empty();
      case OCCUPATION -> said(Said.CHECK_OCCUPATION);
      case HOME -> said(Said.CHECK_HOME);
      case ENQUIRIES ->
          counted((int) facts.enquiries(), Said.CHECK_ENQUIRIES_ONE, Said.CHECK_ENQUIRIES_MANY);
      case ARREARS ->
          counted(facts.creditsWithArrears(), Said.CHECK_ARREARS_ONE, Said.CHECK_ARREARS_MANY);
      case CREDITS_ELSEWHERE -> Optional.of(creditsElsewhere(facts));
      case PAST_APPLICATIONS ->
          counted(
              facts.refusals(),
              Said.CHECK_PAST_APPLICATIONS_ONE,
              Said.CHECK_PAST_APPLICATIONS_MANY);
      case CREDITS_HERE -> said(facts.payments() > 0, Said.CHECK_CREDITS_HERE);
      case CARD ->
          facts.cardBalance() > 0
              ? Optional.of(
                  words.say(Said.CHECK_CARD, "amount", amounts.exact(facts.cardBalance())))
              : Optional.empty();
    };
  }

  private Optional<String> missingScores(int missing) {
    return missing == 0
        ? Optional.empty()
        : said(
            missing == 1
                ? Said.CHECK_MISSING_SCORES_ONE
                : missing == 2 ? Said.CHECK_MISSING_SCORES_TWO : Said.CHECK_MISSING_SCORES_ALL);
  }

  private String employment(int months) {
    if (months < 0) {
      return words.say(Said.CHECK_EMPLOYMENT_NONE);
    }
    return words.say(Said.CHECK_EMPLOYMENT, "duration", duration(months));
  }

  private String duration(int months) {
    int years = months / MONTHS_PER_YEAR;
    int rest = months % MONTHS_PER_YEAR;
    String inYears = count(years, Said.YEAR_ONE, Said.YEAR_MANY);
    String inMonths = count(rest, Said.MONTH_ONE, Said.MONTH_MANY);
    if (years == 0) {
      return inMonths;
    }
    return rest == 0 || years >= YEARS_ALONE
        ? inYears
        : words.say(Said.AND, "first", inYears, "second", inMonths);
  }

  private String creditsElsewhere(DossierFacts facts) {
    int active = facts.activeCreditsElsewhere();
    if (active == 0) {
      return words.say(
          facts.creditsElsewhere() == 0
              ? Said.CHECK_CREDITS_ELSEWHERE_NONE
              : Said.CHECK_CREDITS_ELSEWHERE_ENDED);
    }
    double debt = facts.debtElsewhere();
    if (debt == 0) {
      return counted(
              active,
              Said.CHECK_CREDITS_ELSEWHERE_UNKNOWN_ONE,
              Said.CHECK_CREDITS_ELSEWHERE_UNKNOWN_MANY)
          .orElseThrow();
    }
    return words.say(
        active == 1 ? Said.CHECK_CREDITS_ELSEWHERE_ONE : Said.CHECK_CREDITS_ELSEWHERE_MANY,
        "count",
        figures.count(active),
        "amount",
        amounts.exact(debt));
  }

  String count(int number, Said one, Said many) {
    return words.say(figures.singular(number) ? one : many, "count", figures.count(number));
  }

  private Optional<String> counted(int number, Said one, Said many) {
    return number == 0
        ? Optional.empty()
        : Optional.of(words.say(number == 1 ? one : many, "count", figures.count(number)));
  }

  private Optional<String> said(Said sentence) {
    return said(true, sentence);
  }

  private Optional<String> said(boolean shown, Said sentence) {
    return shown ? Optional.of(words.say(sentence)) : Optional.empty();
  }
}
