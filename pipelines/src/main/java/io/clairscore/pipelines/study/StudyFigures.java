package io.clairscore.pipelines.study;

import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.pipelines.chart.Axis;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.chart.Point;
import io.clairscore.pipelines.chart.Stroke;
import io.clairscore.pipelines.chart.SwarmChart;
import io.clairscore.pipelines.chart.XyChart;
import io.clairscore.pipelines.study.explanation.EffectBin;
import io.clairscore.pipelines.study.explanation.FeatureEffect;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.Swarm;
import io.clairscore.pipelines.study.results.ExplanationPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of what a model does as a whole, with words of a language in them. */
final class StudyFigures {
  private static final int TICKS = 5;

  private final ModelExplanation explanation;
  private final Language language;
  private final Phrases<ExplanationPhrase> phrases;
  private final Figures figures;

  StudyFigures(ModelExplanation explanation, Language language) {
    this.explanation = explanation;
    this.language = language;
    this.phrases = ExplanationPhrase.in(language);
    this.figures = new Figures(language);
  }

  /** The swarm of contributions, and an effect per feature. */
  List<Picture> pictures() {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(swarms());
    explanation.effects().forEach(effect -> pictures.add(effect(effect)));
    return pictures;
  }

  private Picture swarms() {
    List<SwarmChart.Row> rows =
        IntStream.range(0, explanation.effects().size())
            .mapToObj(
                i ->
                    new SwarmChart.Row(
                        explanation.effects().get(i).label(language),
                        dots(explanation.swarms().get(i))))
            .toList();
    double farthest =
        explanation.swarms().stream()
            .flatMap(swarm -> swarm.contribution().stream())
            .mapToDouble(Math::abs)
            .max()
            .orElse(1);
    return new SwarmChart(
            "beeswarm." + language.code(),
            phrases.say(ExplanationPhrase.SWARM_TITLE),
            phrases.say(ExplanationPhrase.SWARM_DESCRIPTION),
            rows,
            Axis.round(
                phrases.say(ExplanationPhrase.SWARM_AXIS), -farthest, farthest, this::number),
            List.of(
                phrases.say(ExplanationPhrase.LOW_VALUE),
                phrases.say(ExplanationPhrase.HIGH_VALUE),
                phrases.say(ExplanationPhrase.UNKNOWN_VALUE)))
        .draw();
  }

  private static List<SwarmChart.Dot> dots(Swarm swarm) {
    return IntStream.range(0, swarm.contribution().size())
        .mapToObj(
            i ->
                new SwarmChart.Dot(
                    swarm.contribution().get(i),
                    swarm.rank().get(i) == null ? Double.NaN : swarm.rank().get(i)))
        .toList();
  }

  /** Both curves over the clients in the order of the value: every interval is as wide as full. */
  private Picture effect(FeatureEffect effect) {
    List<EffectBin> known = effect.bins().stream().filter(bin -> bin.from() != null).toList();
    long all = known.stream().mapToLong(EffectBin::clients).sum();
    List<Point> accumulated = new ArrayList<>();
    List<Point> dependence = new ArrayList<>();
    List<Axis.Tick> ticks = new ArrayList<>();
    double low = 0;
    double high = 0;
    long before = 0;
    for (int i = 0; i < known.size(); i++) {
      EffectBin bin = known.get(i);
      double middle = (before + bin.clients() / 2.0) / all;
      accumulated.add(new Point(middle, bin.accumulated()));
      dependence.add(new Point(middle, bin.partialDependence()));
      low = Math.min(low, Math.min(bin.accumulated(), bin.partialDependence()));
      high = Math.max(high, Math.max(bin.accumulated(), bin.partialDependence()));
      if (i % Math.max(1, known.size() / TICKS) == 0) {
        ticks.add(new Axis.Tick(middle, number(bin.upTo())));
      }
      before += bin.clients();
    }
    return new XyChart(
            "effect-" + effect.feature() + "." + language.code(),
            effect.label(language),
            phrases.say(ExplanationPhrase.EFFECT_DESCRIPTION),
            new Axis(phrases.say(ExplanationPhrase.EFFECT_X), 0, 1, ticks),
            Axis.round(phrases.say(ExplanationPhrase.EFFECT_Y), low, high, this::number),
            List.of(
                new XyChart.Series(phrases.say(ExplanationPhrase.ALE), Stroke.SOLID, accumulated),
                new XyChart.Series(phrases.say(ExplanationPhrase.PDP), Stroke.DASHED, dependence)))
        .draw();
  }

  private String number(double value) {
    double size = Math.abs(value);
    return figures.number(value, size >= 1000 ? 0 : size >= 10 ? 1 : 2);
  }
}
