package io.clairscore.pipelines.study.explanation;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import java.util.List;

/**
 * How the score of a model follows one feature.
 *
 * @param feature its name
 * @param french its label
 * @param english its label
 * @param bins intervals of its values, ascending; unknown values last
 */
public record FeatureEffect(String feature, String french, String english, List<EffectBin> bins) {

  public FeatureEffect {
    bins = List.copyOf(bins);
  }

  public String label(Language language) {
    return new Text(french, english).in(language);
  }

  /** Clients of all bins. */
  public long clients() {
    return bins.stream().mapToLong(EffectBin::clients).sum();
  }
}
