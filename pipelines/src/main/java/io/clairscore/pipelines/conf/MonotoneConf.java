package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * Features along which the risk may move in one direction only.
 *
 * @param enforced whether {@code train} keeps to it; a study prices it either way
 * @param rising features whose larger values may not lower the risk
 * @param falling features whose larger values may not raise the risk
 */
public record MonotoneConf(boolean enforced, List<String> rising, List<String> falling) {

  public MonotoneConf {
    rising = List.copyOf(Require.present("training.monotone.rising", rising));
    falling = List.copyOf(Require.present("training.monotone.falling", falling));
    Require.that(
        rising.stream().noneMatch(falling::contains),
        "training.monotone.rising",
        rising,
        "without any feature of training.monotone.falling");
  }
}
