package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * What is kept of what was published.
 *
 * @param keep how many of the newest versions stay; the live one, and that to which a rollback
 *     would go back, stay however old they are
 */
public record PublishedConf(int keep) {

  public PublishedConf {
    Require.that(keep >= 1, "published.keep", keep, "at least 1");
  }
}
