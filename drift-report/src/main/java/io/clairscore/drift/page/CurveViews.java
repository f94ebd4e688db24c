package io.clairscore.drift.page;

import io.clairscore.drift.history.DriftHistory;
import io.clairscore.drift.history.Window;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The small multiples of a history: one figure of every report over the dates. */
final class CurveViews {

  /**
   * One drawing with what it says.
   *
   * @param summary the newest figure and the outermost one
   * @param lowest the figure at the lower end of the drawing
   * @param highest the figure at its upper end
   */
  public record View(
      String title, String summary, String lowest, String highest, Curve.Drawing drawing) {}

  private final Words words;
  private final Figures figures;
  private final DriftHistory history;
  private final Curve curve;

  CurveViews(Words words, Figures figures, DriftHistory history) {
    this.words = words;
    this.figures = figures;
    this.history = history;
    this.curve = new Curve(HistoryViews.dates(history), 320, 96, 8);
  }

  /** The drawings of what some report has a figure of. */
  List<View> known() {
    return all().stream().filter(view -> !view.drawing().points().isEmpty()).toList();
  }

  /** That some figures are in no report, empty if there are none such. */
  String noFigure() {
    String names =
        all().stream()
            .filter(view -> view.drawing().points().isEmpty())
            .map(View::title)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : words.say(Phrase.NO_FIGURE, "names", names);
  }

  private List<View> all() {
    double importance = history.policy().importanceShare();
    double psi = history.policy().limits(Statistic.PSI).moderate();
    return List.of(
        limited(
            Phrase.KPI_DRIFTED,
            of -> of.columns().drifted(),
            n -> figures.count((long) n),
            Double.NaN,
            ""),
        limited(
            Phrase.KPI_IMPORTANCE,
            of -> of.columns().importanceShare(),
            share -> figures.percent(share, 1),
            importance,
            figures.percentLimit(importance)),
        limited(
            Phrase.KPI_MISSING,
            of -> of.columns().missingAlerts(),
            n -> figures.count((long) n),
            Double.NaN,
            ""),
        limited(
            Phrase.KPI_SCORE,
            of -> of.scores().scorePsi(),
            figures::statistic,
            psi,
            figures.number(psi, 3)),
        besideReference(
            Phrase.REFUSALS,
            of -> of.scores().currentRefusals(),
            of -> of.scores().referenceRefusals(),
            share -> figures.percent(share, 1),
            false),
        besideReference(
            Phrase.MEAN_SCORE,
            of -> of.scores().currentMean(),
            of -> of.scores().referenceMean(),
            points -> figures.fixed(points, 1),
            true));
  }

  /** A figure that is bad when it is high, from 0 on. */
  private View limited(
      Phrase title,
      ToDoubleFunction<Window> of,
      DoubleFunction<String> text,
      double limit,
      String limitText) {
    List<Double> all = figures(of);
    List<Double> limits = Collections.nCopies(all.size(), limit);
    boolean known = Double.isFinite(limit);
    List<Double> shown = new ArrayList<>(all);
    shown.addAll(limits);
    String dashed = known ? " " + words.say(Phrase.DASHED_LIMIT, "limit", limitText) : "";
    return view(
        title,
        all,
        text,
        known ? List.of(limits) : List.of(),
        Curve.Scale.fromZero(shown),
        dashed,
        false);
  }

  private View besideReference(
      Phrase title,
      ToDoubleFunction<Window> of,
      ToDoubleFunction<Window> reference,
      DoubleFunction<String> text,
      boolean lowIsBad) {
    List<Double> all = figures(of);
    List<Double> before = figures(reference);
    List<Double> shown = new ArrayList<>(all);
    shown.addAll(before);
    return view(
        title,
        all,
        text,
        List.of(before),
        lowIsBad ? Curve.Scale.around(shown) : Curve.Scale.fromZero(shown),
        " " + words.say(Phrase.DASHED_REFERENCE),
        lowIsBad);
  }

  private View view(
      Phrase title,
      List<Double> all,
      DoubleFunction<String> text,
      List<List<Double>> dashed,
      Curve.Scale scale,
      String remark,
      boolean lowest) {
    return new View(
        words.say(title),
        summary(all, text, lowest) + remark,
        text.apply(scale.from()),
        text.apply(scale.to()),
        curve.draw(all, alarms(), dashed, scale));
  }

  private String summary(List<Double> all, DoubleFunction<String> text, boolean lowest) {
    int at = -1;
    for (int i = 0; i < all.size(); i++) {
      double figure = all.get(i);
      if (Double.isFinite(figure)
          && (at < 0 || (lowest ? figure < all.get(at) : figure > all.get(at)))) {
        at = i;
      }
    }
    if (at < 0) {
      return "";
    }
    return words.say(
        lowest ? Phrase.LAST_LOWEST : Phrase.LAST_HIGHEST,
        "last",
        text.apply(all.get(all.size() - 1)),
        lowest ? "least" : "most",
        text.apply(all.get(at)),
        "date",
        history.windows().get(at).date());
  }

  private List<Double> figures(ToDoubleFunction<Window> of) {
    return windows().map(of::applyAsDouble).toList();
  }

  private List<Boolean> alarms() {
    return windows().map(of -> of.outcome().alarm()).toList();
  }

  private Stream<Window> windows() {
    return history.windows().stream();
  }
}
