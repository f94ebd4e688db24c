package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.Published;
import java.nio.file.Path;

/**
 * What is published.
 *
 * @param model folder of the bundle
 * @param version name of the version
 */
public record ExportRequest(Path model, String version) {

  public ExportRequest {
    Published.requireName(version);
  }
}
