package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * Generated data.
 *
 * @param labelled clients with a known outcome
 * @param unlabelled new clients, to be scored
 * @param seed the same seed gives the same clients
 */
public record SyntheticConf(int labelled, int unlabelled, long seed) {

  public SyntheticConf {
    Require.positive("synthetic.labelled", labelled);
    Require.notNegative("synthetic.unlabelled", unlabelled);
  }
}
