package io.clairscore.scorer.explanation;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts explanations into words of one language, for a client-relationship advisor to read to the
 * client: no name of a column, no jargon. Immutable and thread-safe.
 */
public final class Narration {
  private final Phrases<Spoken> words;
  private final Figures figures;
  private final ReasonText reasons;
  private final RiskText risk;

  private Narration(Language language, Presentation presentation) {
    words = new Phrases<>(Spoken.class, "phrases.tsv", language);
    figures = new Figures(language);
    reasons = new ReasonText(words, figures, presentation.amounts(language));
    risk = new RiskText(words, figures);
  }

  public static Narration in(Language language, Presentation presentation) {
    return new Narration(language, presentation);
  }

  /** The explanation in words; what counts against a refused application is told first. */
  public Narrative tell(Explanation explanation) {
    boolean refused = explanation.score().decision() == Decision.REFUSED;
    Section adverse =
        themes(Topic.ADVERSE, Spoken.HEADING_ADVERSE, explanation.adverse(), Spoken.NO_ADVERSE);
    Section favourable =
        themes(
            Topic.FAVOURABLE,
            Spoken.HEADING_FAVOURABLE,
            explanation.favourable(),
            Spoken.NO_FAVOURABLE);
    Section balanced =
        section(
            Topic.BALANCED,
            Spoken.HEADING_BALANCED,
            explanation.balanced().stream().map(this::tell).toList());
    return new Narrative(
        words.language(),
        Stream.of(
                decision(explanation),
                section(Topic.RISK, Spoken.HEADING_RISK, risk.of(explanation)),
                refused ? adverse : favourable,
                refused ? favourable : adverse,
                balanced,
                section(Topic.REST, Spoken.HEADING_REST, rest(explanation)),
                account(explanation),
                section(Topic.REMARKS, Spoken.HEADING_REMARKS, remarks(explanation)))
            .filter(section -> !section.lines().isEmpty())
            .toList());
  }

  /** One reason in words. */
  public String tell(Reason reason) {
    return reasons.of(reason, reason.direction());
  }

  /** Whether the words of a reason compare the client with accepted clients. */
  public boolean compares(Reason reason) {
    return reasons.compares(reason);
  }

  /** A theme in words: its points, then its reasons. */
  public String tell(Theme theme) {
    return words.say(
        Spoken.THEME,
        "theme",
        label(theme.group()),
        "points",
        reasons.points(theme.points()),
        "reasons",
        theme.reasons().stream()
            .map(reason -> reasons.of(reason, theme.direction()))
            .collect(Collectors.joining(" ")));
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
            total(explanation.thresholdPoints())));
    if (score.toReview()) {
      lines.add(words.say(Spoken.REVIEW));
    }
    // Who is refused reads at the end whom to ask.
    lines.add(words.say(refused ? Spoken.MODEL : Spoken.HUMAN));
    return section(Topic.DECISION, Spoken.HEADING_DECISION, lines);
  }

  private Section themes(Topic topic, Spoken heading, List<Theme> told, Spoken nothing) {
    List<String> lines = told.stream().map(this::tell).toList();
    return section(topic, heading, lines.isEmpty() ? List.of(words.say(nothing)) : lines);
  }

  /** What no reason tells: it goes both ways, so it stands under neither. */
  private List<String> rest(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    List<Theme> others =
        explanation.others().stream().filter(theme -> theme.points() != 0).toList();
    if (!others.isEmpty()) {
      String named =
          others.stream()
              .map(theme -> FirstLetter.small(label(theme.group())))
              .collect(Collectors.joining(", "));
      lines.add(
          words.say(
              others.size() == 1 ? Spoken.OTHERS_ONE : Spoken.OTHERS_MANY,
              "points",
              reasons.points(others.stream().mapToInt(Theme::points).sum()),
              "themes",
              named));
    }
    if (explanation.barredPoints() != 0) {
      lines.add(words.say(Spoken.BARRED, "points", reasons.points(explanation.barredPoints())));
    }
    if (explanation.reasons().count() > 1) {
      // Rounded down: no more is claimed to be told than is.
      double share = Math.floor(100 * explanation.coverage()) / 100;
      lines.add(words.say(Spoken.COVERAGE, "share", figures.percent(share, 0)));
    }
    return lines;
  }

  private Section account(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say(Spoken.BASE, "points", total(explanation.basePoints())));
    for (Theme theme : explanation.themes()) {
      if (theme.points() != 0) {
        lines.add(
            words.say(
                Spoken.GROUP,
                "group",
                label(theme.group()),
                "points",
                reasons.points(theme.points())));
      }
    }
    if (explanation.barredPoints() != 0) {
      lines.add(
          words.say(Spoken.GROUP_BARRED, "points", reasons.points(explanation.barredPoints())));
    }
    lines.add(words.say(Spoken.TOTAL, "points", total(explanation.score().points())));
    return section(Topic.GROUPS, Spoken.HEADING_GROUPS, lines);
  }

  private List<String> remarks(Explanation explanation) {
    boolean outside =
        explanation.themes().stream()
            .anyMatch(theme -> theme.told() && theme.group() == BusinessGroup.EXTERNAL_SCORES);
    boolean partly =
        explanation
            .reasons()
            .anyMatch(r -> compares(r) && r.comparison().filter(Comparison::partly).isPresent());
    Remarks remarks = explanation.remarks();
    return Stream.of(
            partly ? List.of(words.say(Spoken.KNOWN_ONLY)) : List.<String>of(),
            outside ? List.of(words.say(Spoken.OUTSIDE)) : List.<String>of(),
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

  private String label(BusinessGroup group) {
    return FeatureTexts.core().label(group).in(words.language());
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
