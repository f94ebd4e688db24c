package io.clairscore.scorer.event;

/**
 * The model that answered.
 *
 * @param run run that trained it, as in its bundle
 * @param bundleChecksum SHA-256 of its bundle
 * @param publishedVersion the version it was served from
 * @param catalogueHash hash of the feature catalogue, as in the bundle
 */
public record ModelStamp(
    String run, String bundleChecksum, String publishedVersion, String catalogueHash) {
  public ModelStamp {
    run = EventText.clean(run, "run");
    bundleChecksum = EventText.clean(bundleChecksum, "bundleChecksum");
    publishedVersion = EventText.clean(publishedVersion, "publishedVersion");
    catalogueHash = EventText.clean(catalogueHash, "catalogueHash");
  }
}
