package io.clairscore.service.decision;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.explanation.Explanation;
import java.util.List;

/**
 * An application as it is and as it was tried; nothing of it is a decision.
 *
 * @param dossier as it was tried
 * @param before every factor of the score as it is
 * @param after every factor of the score as it was tried
 * @param unknown columns whose tried value is of no list, and was scored as missing
 */
public record Trial(Dossier dossier, Explanation before, Explanation after, List<String> unknown) {
  public Trial {
    unknown = List.copyOf(unknown);
  }
}
