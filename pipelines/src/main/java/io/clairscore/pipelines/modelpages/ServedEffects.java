package io.clairscore.pipelines.modelpages;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.pipelines.study.explanation.EffectBin;
import io.clairscore.pipelines.study.explanation.FeatureEffect;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.pipelines.study.explanation.RiskZone;
import io.clairscore.scorer.pages.EffectsPage;
import io.clairscore.scorer.pages.PageWords;
import java.util.List;

/** What the value of each feature does, in points, with its zones in words. */
record ServedEffects(
    DescribedModel model, ModelExplanation explanation, long explained, ValueRanges ranges) {

  EffectsPage page() {
    return new EffectsPage(
        explanation.effects().stream().mapToLong(FeatureEffect::clients).max().orElse(0),
        explained,
        model.manifest().features().size() - explanation.effects().size(),
        model.manifest().points().factor() * RiskZone.NOTICEABLE,
        explanation.effects().stream().map(this::effect).toList());
  }

  private EffectsPage.Effect effect(FeatureEffect effect) {
    String group =
        Catalogue.core().feature(effect.feature()).map(of -> of.group().name()).orElse(null);
    return new EffectsPage.Effect(
        effect.feature(),
        PageTexts.in(effect::label),
        group,
        effect.bins().stream().map(bin -> bin(effect, bin)).toList(),
        RiskZone.of(effect).stream().map(zone -> zone(effect, zone)).toList());
  }

  private EffectsPage.Bin bin(FeatureEffect effect, EffectBin bin) {
    return new EffectsPage.Bin(
        bin.from(),
        bin.upTo(),
        words(effect, bin.from(), bin.upTo()),
        bin.clients(),
        points(bin.accumulated() == null ? bin.partialDependence() : bin.accumulated()),
        Finite.orNull(points(bin.contribution())),
        // More risk is fewer points: the ends change places.
        Finite.orNull(points(bin.highContribution())),
        Finite.orNull(points(bin.lowContribution())),
        bin.defaulted(),
        Finite.orNull(bin.missedDefaults()),
        Finite.orNull(bin.refusedGood()));
  }

  private EffectsPage.Zone zone(FeatureEffect effect, RiskZone zone) {
    EffectsPage.ZoneKind kind =
        switch (zone.kind()) {
          case LOWERED -> EffectsPage.ZoneKind.PROTECTIVE;
          case NEUTRAL -> EffectsPage.ZoneKind.NEUTRAL;
          case RAISED -> EffectsPage.ZoneKind.RISKY;
        };
    return new EffectsPage.Zone(
        kind,
        PageTexts.say("zone." + kind),
        zone.from(),
        zone.upTo(),
        words(effect, zone.from(), zone.upTo()),
        zone.clients(),
        (double) zone.clients() / effect.clients(),
        points(zone.effect()),
        zone.defaulted());
  }

  private PageWords words(FeatureEffect effect, Double from, Double upTo) {
    List<EffectBin> known = effect.bins().stream().filter(bin -> bin.from() != null).toList();
    boolean first = !known.isEmpty() && known.get(0).from().equals(from);
    boolean last = !known.isEmpty() && known.get(known.size() - 1).upTo().equals(upTo);
    return ranges.words(effect.feature(), from, upTo, first, last);
  }

  private double points(double margin) {
    return model.pointsPerMargin() * margin;
  }
}
