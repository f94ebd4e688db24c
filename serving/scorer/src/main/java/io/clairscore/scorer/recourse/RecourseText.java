package io.clairscore.scorer.recourse;

import io.clairscore.features.schema.Application;
import io.clairscore.features.text.FirstLetter;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.counterfactual.Proposal;
import io.clairscore.scorer.counterfactual.Sentences;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Narrative.Topic;
import io.clairscore.scorer.explanation.Presentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Says the recourse of a client in one language, as an advisor would. Immutable and thread-safe.
 */
public final class RecourseText {
  /** More than so many sentences of a kind are not listened to. */
  private static final int MOST = 4;

  private final Phrases<Said> words;
  private final Sentences changes;
  private final AspectText aspects;
  private final String contact;

  private RecourseText(Language language, Presentation presentation) {
    words = new Phrases<>(Said.class, "recourse.tsv", language);
    changes = Sentences.standard(language, presentation.amounts(language));
    aspects = new AspectText(words, presentation.amounts(language));
    contact = presentation.reviewContact().in(language);
  }

  public static RecourseText in(Language language, Presentation presentation) {
    return new RecourseText(language, presentation);
  }

  /** A sentence about one thing that counts against the client. */
  public record Line(Weight weight, String sentence) {}

  /** The sections to be told, in their order; none to an accepted client. */
  public List<Section> sections(Recourse recourse) {
    if (!recourse.isNeeded()) {
      return List.of();
    }
    return List.of(
        section(Topic.CHANGES, Said.HEADING_CHANGES, changes(recourse)),
        section(Topic.TIME, Said.HEADING_TIME, timeLines(recourse)),
        section(Topic.CHECKS, Said.HEADING_CHECKS, checkLines(recourse)),
        section(Topic.REVIEW, Said.HEADING_REVIEW, List.of(review())));
  }

  private Section section(Topic topic, Said heading, List<String> lines) {
    return new Section(topic, words.say(heading), lines);
  }

  /** The gap, then what closes it or how far a change leads. */
  private List<String> changes(Recourse recourse) {
    List<String> lines = new ArrayList<>(List.of(gap(recourse)));
    if (recourse.outcome() instanceof Outcome.NoRealisticChange none) {
      lines.add(caution(recourse) + " " + highest(recourse, none.highest()));
    } else {
      recourse.outcome().proposals().forEach(proposal -> lines.add(proposal(recourse, proposal)));
      lines.add(caution(recourse));
    }
    return lines;
  }

  /** What a change is not: no commitment, or not enough. */
  String caution(Recourse recourse) {
    boolean none = recourse.outcome() instanceof Outcome.NoRealisticChange;
    return words.say(none ? Said.NO_CHANGE : Said.CAUTION);
  }

  /** How many points are missing. */
  String gap(Recourse recourse) {
    int missing = recourse.missingPoints();
    return missing == 0
        ? words.say(Said.GAP_SMALL)
        : words.say(Said.GAP, "missing", points(missing));
  }

  /** A change that suffices, and what follows from it. */
  String proposal(Recourse recourse, Proposal proposal) {
    return changes.suffices(proposal, recourse.dossier().application());
  }

  /** The change with the most points where none suffices. */
  String highest(Recourse recourse, Optional<Proposal> highest) {
    if (highest.isEmpty()) {
      return words.say(isRevolving(recourse) ? Said.NO_POINT_LIMIT : Said.NO_POINT);
    }
    int best = highest.get().score().points();
    String said =
        words.say(
            best < recourse.neededPoints() ? Said.HIGHEST : Said.HIGHEST_CLOSE,
            "change",
            changes.change(highest.get()),
            "best",
            String.valueOf(best),
            "needed",
            String.valueOf(recourse.neededPoints()));
    return changes.withWhatFollows(said, highest.get(), recourse.dossier().application());
  }

  /** Of a revolving credit only the limit can be asked for. */
  private static boolean isRevolving(Recourse recourse) {
    return recourse.dossier().application().code(Application.NAME_CONTRACT_TYPE, 0)
        == Application.NAME_CONTRACT_TYPE.code("Revolving loans");
  }

  private List<String> timeLines(Recourse recourse) {
    List<String> lines = new ArrayList<>(sentences(time(recourse)));
    lines.add(promise(recourse));
    return lines;
  }

  /** That time is no promise, or that nothing changes with it. */
  String promise(Recourse recourse) {
    return words.say(time(recourse).isEmpty() ? Said.NO_TIME : Said.NO_PROMISE);
  }

  private List<String> checkLines(Recourse recourse) {
    List<String> lines = new ArrayList<>(sentences(checks(recourse)));
    lines.add(rectification());
    return lines;
  }

  private static List<String> sentences(List<Line> lines) {
    return lines.stream().map(Line::sentence).toList();
  }

  /** What counts against the client and changes with time, the heaviest first. */
  public List<Line> time(Recourse recourse) {
    return lines(recourse, aspects::time);
  }

  /** What counts against the client and may be wrong, the heaviest first. */
  public List<Line> checks(Recourse recourse) {
    return lines(recourse, aspects::check);
  }

  private static List<Line> lines(
      Recourse recourse, BiFunction<Aspect, DossierFacts, Optional<String>> say) {
    DossierFacts facts = new DossierFacts(recourse.dossier());
    return recourse.against().stream()
        .flatMap(
            weight ->
                say
                    .apply(weight.aspect(), facts)
                    .map(sentence -> new Line(weight, FirstLetter.capital(sentence)))
                    .stream())
        .limit(MOST)
        .toList();
  }

  /** What to do about an error. */
  public String rectification() {
    return words.say(Said.RECTIFY);
  }

  /** How to ask for a human review. */
  public String review() {
    return words.say(Said.REVIEW, "contact", contact);
  }

  private String points(int number) {
    return aspects.count(number, Said.POINT_ONE, Said.POINT_MANY);
  }
}
