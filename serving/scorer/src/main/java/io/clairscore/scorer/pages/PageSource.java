package io.clairscore.scorer.pages;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Where the figures of a page come from.
 *
 * @param model run that trained the served model
 * @param trained when that was, ISO-8601 in UTC
 * @param code commit of the code that trained it
 * @param profile which inputs it was allowed to learn from
 * @param features how many it reads
 * @param featuresVersion Delta version of the features it was trained on
 * @param readVersion Delta version of the features that the page's own clients were read from; null
 *     where it reads none
 * @param catalogue hash of the catalogue that computed them
 * @param study run of the study that the page tells of; null if it tells of none
 * @param generated whether the clients are generated and not real
 * @param samples the clients, a part each; empty where no client is counted
 */
public record PageSource(
    String model,
    String trained,
    String code,
    String profile,
    int features,
    Long featuresVersion,
    Long readVersion,
    String catalogue,
    String study,
    boolean generated,
    List<PageSample> samples) {

  public PageSource {
    Objects.requireNonNull(model, "model");
    Instant.parse(Objects.requireNonNull(trained, "trained"));
    samples = List.copyOf(samples);
  }
}
