package io.clairscore.drift.page;

import io.clairscore.drift.verdict.ModelVerdict;
import io.clairscore.drift.verdict.Term;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the shift of the mean score comes from, as a waterfall. */
final class DecisionViews {
  private static final int MOST_TERMS = 12;

  /** A bar too short to be seen is drawn as long as this part of the width. */
  private static final double LEAST_LENGTH = 0.008;

  private final Words words;
  private final Figures figures;
  private final Language language;

  DecisionViews(Words words, Figures figures, Language language) {
    this.words = words;
    this.figures = figures;
    this.language = language;
  }

  /**
   * A step of the waterfall.
   *
   * @param from left end of its bar, in hundredths of the width
   * @param width of its bar
   * @param kind what the bar shows: total, up or down
   */
  public record Step(
      String label, String points, String after, String from, String width, String kind) {}

  /**
   * The steps from the reference's mean to the current one.
   *
   * @param from score at the left end of the drawing
   * @param to score at its right end
   */
  public record Waterfall(List<Step> steps, String from, String to) {
    static final Waterfall NONE = new Waterfall(List.of(), "", "");
  }

  /** From the reference's mean to the current one; the small terms are one step. */
  Waterfall steps(ModelVerdict model) {
    List<Term> terms = model.terms();
    if (terms.isEmpty()) {
      return Waterfall.NONE;
    }
    int told = terms.size() <= MOST_TERMS + 1 ? terms.size() : MOST_TERMS;
    List<String> labels = new ArrayList<>();
    List<Double> points = new ArrayList<>();
    for (Term term : terms.subList(0, told)) {
      labels.add(term.label().in(language));
      points.add(term.points());
    }
    if (told < terms.size()) {
      int rest = terms.size() - told;
      labels.add(words.say(Phrase.WATERFALL_REST, "count", figures.count(rest)));
      points.add(terms.subList(told, terms.size()).stream().mapToDouble(Term::points).sum());
    }
    return drawn(model, labels, points);
  }

  private Waterfall drawn(ModelVerdict model, List<String> labels, List<Double> points) {
    double least = Math.min(model.referenceMean(), model.currentMean());
    double most = Math.max(model.referenceMean(), model.currentMean());
    double at = model.referenceMean();
    for (double step : points) {
      at += step;
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    double room = Math.max(most - least, 1e-9) * 0.05;
    Scale scale = new Scale(least - room, most + room);
    List<Step> steps = new ArrayList<>();
    steps.add(total(Phrase.WATERFALL_START, model.referenceMean(), scale));
    at = model.referenceMean();
    for (int i = 0; i < labels.size(); i++) {
      double to = at + points.get(i);
      steps.add(
          new Step(
              labels.get(i),
              figures.signed(points.get(i), 1),
              figures.fixed(to, 1),
              scale.place(Math.min(at, to)),
              scale.length(at, to),
              to >= at ? "up" : "down"));
      at = to;
    }
    steps.add(total(Phrase.WATERFALL_END, model.currentMean(), scale));
    return new Waterfall(steps, figures.fixed(scale.from, 1), figures.fixed(scale.to, 1));
  }

  /** A mark and no bar: the scale does not begin at 0, so a length would say nothing. */
  private Step total(Phrase phrase, double mean, Scale scale) {
    return new Step(
        words.say(phrase),
        "",
        figures.fixed(mean, 1),
        scale.place(mean),
        scale.length(mean, mean),
        "total");
  }

  /** Scores as places from 0 to 100. */
  private record Scale(double from, double to) {

    String place(double score) {
      return coordinate((score - from) / (to - from));
    }

    String length(double one, double other) {
      return coordinate(Math.max(LEAST_LENGTH, Math.abs(one - other) / (to - from)));
    }

    private static String coordinate(double share) {
      return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
  }
}
