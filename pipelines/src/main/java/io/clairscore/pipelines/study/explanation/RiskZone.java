package io.clairscore.pipelines.study.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring intervals of a feature in which its value moves the risk the same way. Where one
 * zone ends and the next begins is a critical threshold.
 *
 * @param kind how the risk moves
 * @param from least value, null where unknown
 * @param upTo largest value, null where unknown
 * @param clients clients in the zone
 * @param effect accumulated local effect, the mean over its clients; where the value is unknown,
 *     partial dependence
 * @param defaulted share of them who defaulted
 */
public record RiskZone(
    Kind kind, Double from, Double upTo, long clients, double effect, double defaulted) {
  /** The odds of default are a tenth higher, or a tenth lower. */
  public static final double NOTICEABLE = Math.log(1.1);

  /** How the value moves the risk. */
  public enum Kind {
    LOWERED,
    NEUTRAL,
    RAISED
  }

  /** The zones of a feature, in the order of its values. */
  public static List<RiskZone> of(FeatureEffect effect) {
    List<RiskZone> zones = new ArrayList<>();
    for (EffectBin bin : effect.bins()) {
      RiskZone zone = of(bin);
      int last = zones.size() - 1;
      if (last >= 0 && zones.get(last).joins(zone)) {
        zones.set(last, zones.get(last).and(zone));
      } else {
        zones.add(zone);
      }
    }
    return zones;
  }

  private static RiskZone of(EffectBin bin) {
    double effect = bin.accumulated() == null ? bin.partialDependence() : bin.accumulated();
    Kind kind =
        effect >= NOTICEABLE ? Kind.RAISED : effect <= -NOTICEABLE ? Kind.LOWERED : Kind.NEUTRAL;
    return new RiskZone(kind, bin.from(), bin.upTo(), bin.clients(), effect, bin.defaulted());
  }

  private boolean joins(RiskZone next) {
    return kind == next.kind && next.from != null;
  }

  private RiskZone and(RiskZone next) {
    long both = clients + next.clients;
    return new RiskZone(
        kind,
        from,
        next.upTo,
        both,
        (effect * clients + next.effect * next.clients) / both,
        (defaulted * clients + next.defaulted * next.clients) / both);
  }
}
