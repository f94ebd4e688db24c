package io.clairscore.scorer.explanation;

import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.LevelOutcome;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts explanations into words of one language, for a client-relationship advisor to read to the
 * client: no name of a column, no jargon. Immutable and thread-safe.
 */
public final class Narration {
  /** Below so many clients a rate says little, and may point at persons. */
  private static final int FEWEST_FOR_A_RATE = 30;

  private final Phrases<Spoken> words;
  private final Figures figures;
  private final ReasonText reasons;

  private Narration(Language language) {
    words = new Phrases<>(Spoken.class, "phrases.tsv", language);
    figures = new Figures(language);
    reasons = new ReasonText(words, figures);
  }

  public static Narration in(Language language) {
    return new Narration(language);
  }

  /** The explanation in words; what counts against a refused application is told first. */
  public Narrative tell(Explanation explanation) {
    Section adverse =
        reasons(Topic.ADVERSE, Spoken.HEADING_ADVERSE, explanation.adverse(), Spoken.NO_ADVERSE);
    Section favourable =
        reasons(
            Topic.FAVOURABLE,
            Spoken.HEADING_FAVOURABLE,
            explanation.favourable(),
            Spoken.NO_FAVOURABLE);
    boolean refused = explanation.score().decision() == Decision.REFUSED;
    Section last = rest(refused ? favourable : adverse, explanation);
    return new Narrative(
        words.language(),
        Stream.of(
                decision(explanation),
                risk(explanation),
                refused ? adverse : favourable,
                last,
                section(
                    Topic.ABSENCES,
                    Spoken.HEADING_ABSENCES,
                    explanation.absences().stream().map(reasons::inShort).toList()),
                groups(explanation),
                section(Topic.REMARKS, Spoken.HEADING_REMARKS, remarks(explanation.remarks())))
            .filter(section -> !section.lines().isEmpty())
            .toList());
  }

  /** One reason in words. */
  public String tell(Reason reason) {
    return reasons.of(reason);
  }

  private Section decision(Explanation explanation) {
    Score score = explanation.score();
    boolean refused = score.decision() == Decision.REFUSED;
    Spoken clear = refused ? Spoken.REFUSED : Spoken.ACCEPTED;
    Spoken close = refused ? Spoken.AT_THRESHOLD_REFUSED : Spoken.AT_THRESHOLD_ACCEPTED;
    boolean atThreshold = score.points() == explanation.thresholdPoints();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            atThreshold ? close : clear,
            "points",
            total(score.points()),
            "threshold",
            figures.number(explanation.thresholdPoints(), 0)));
    if (score.toReview()) {
      lines.add(words.say(Spoken.REVIEW));
    }
    lines.add(words.say(Spoken.HUMAN));
    return section(Topic.DECISION, Spoken.HEADING_DECISION, lines);
  }

  private Section risk(Explanation explanation) {
    String level = explanation.score().level().word(words.language());
    return section(
        Topic.RISK,
        Spoken.HEADING_RISK,
        List.of(
            words.say(Spoken.LEVEL, "level", level),
            frequency(explanation.score().probability()),
            observed(explanation.outcome())));
  }

  /** A probability as people out of a hundred or a thousand. */
  private String frequency(double probability) {
    long hundred = Math.round(100 * probability);
    long thousand = Math.round(1000 * probability);
    if (hundred > 1) {
      return words.say(Spoken.FREQUENCY_HUNDRED, "count", figures.number(hundred, 0));
    }
    if (thousand >= 10) {
      return words.say(Spoken.FREQUENCY_ONE);
    }
    return thousand > 1
        ? words.say(Spoken.FREQUENCY_THOUSAND, "count", figures.number(thousand, 0))
        : words.say(Spoken.FREQUENCY_RARE);
  }

  private String observed(LevelOutcome outcome) {
    if (outcome.clients() < FEWEST_FOR_A_RATE) {
      return words.say(Spoken.OBSERVED_FEW);
    }
    return words.say(
        outcome.defaults() == 0 ? Spoken.OBSERVED_NONE : Spoken.OBSERVED,
        "share",
        figures.percent(outcome.rate()),
        "clients",
        figures.number(outcome.clients(), 0));
  }

  private Section reasons(Topic topic, Spoken heading, List<Reason> told, Spoken nothing) {
    List<String> lines = told.stream().map(reasons::of).toList();
    return section(topic, heading, lines.isEmpty() ? List.of(words.say(nothing)) : lines);
  }

  /** The last reasons, and what no reason tells. */
  private Section rest(Section last, Explanation explanation) {
    List<String> lines = new ArrayList<>(last.lines());
    if (explanation.otherPoints() != 0) {
      lines.add(words.say(Spoken.OTHERS, "points", reasons.points(explanation.otherPoints())));
    }
    if (explanation.barredPoints() != 0) {
      lines.add(words.say(Spoken.BARRED, "points", reasons.points(explanation.barredPoints())));
    }
    int count = explanation.adverse().size() + explanation.favourable().size();
    if (count > 1) {
      lines.add(
          words.say(
              Spoken.COVERAGE,
              "count",
              figures.number(count, 0),
              "share",
              figures.percent(Math.floor(100 * explanation.coverage()) / 100)));
    }
    return new Section(last.topic(), last.heading(), lines);
  }

  private Section groups(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say(Spoken.BASE, "points", total(explanation.basePoints())));
    explanation
        .groups()
        .forEach(
            (group, points) -> {
              if (points != 0) {
                String label = FeatureTexts.core().label(group).in(words.language());
                lines.add(
                    words.say(Spoken.GROUP, "group", label, "points", reasons.points(points)));
              }
            });
    lines.add(words.say(Spoken.TOTAL, "points", total(explanation.score().points())));
    return section(Topic.GROUPS, Spoken.HEADING_GROUPS, lines);
  }

  private List<String> remarks(Remarks remarks) {
    return Stream.of(
            counted(remarks.unknownValues(), Spoken.UNKNOWN_ONE, Spoken.UNKNOWN_MANY),
            counted(remarks.orphanRows(), Spoken.ORPHAN_ONE, Spoken.ORPHAN_MANY))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> counted(int count, Spoken one, Spoken many) {
    if (count == 0) {
      return List.of();
    }
    return List.of(words.say(count == 1 ? one : many, "count", figures.number(count, 0)));
  }

  /** A score, without sign. */
  private String total(int points) {
    Spoken unit = figures.singular(points) ? Spoken.POINT_ONE : Spoken.POINT_MANY;
    return words.say(unit, "count", figures.number(points, 0));
  }

  private Section section(Topic topic, Spoken heading, List<String> lines) {
    return new Section(topic, words.say(heading), lines);
  }
}
