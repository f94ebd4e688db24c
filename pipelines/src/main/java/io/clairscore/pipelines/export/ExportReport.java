package io.clairscore.pipelines.export;

import io.clairscore.pipelines.run.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was published.
 *
 * @param folder folder of the version
 * @param version its name
 * @param bundle run that trained the model
 * @param tableVersions Delta versions of the sources
 * @param clients clients in the store
 * @param bytes size of all files
 */
public record ExportReport(
    String folder,
    String version,
    String bundle,
    Map<String, Long> tableVersions,
    long clients,
    long bytes)
    implements Report {

  @Override
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "published %s: %,d clients, model %s, %,.1f MB",
            folder,
            clients,
            bundle,
            bytes / 1e6));
  }
}
