package io.clairscore.pipelines.export;

import io.clairscore.pipelines.run.Report;
import java.util.ArrayList;
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
 * @param stoodAlready whether an earlier export had published the same
 * @param live name of the live version; empty if there is none
 * @param removed old versions that were removed
 */
public record ExportReport(
    String folder,
    String version,
    String bundle,
    Map<String, Long> tableVersions,
    long clients,
    long bytes,
    boolean stoodAlready,
    String live,
    List<String> removed)
    implements Report {

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "published %s: %,d clients, model %s, %,.1f MB%s",
            folder,
            clients,
            bundle,
            bytes / 1e6,
            stoodAlready ? " (unchanged since an earlier export)" : ""));
    if (live.equals(version)) {
      lines.add("live: version " + version);
    } else {
      lines.add(
          "not live, as its model is not the champion; clairscore published --use "
              + version
              + " makes it live");
    }
    if (!removed.isEmpty()) {
      lines.add("removed old versions (published.keep): " + String.join(", ", removed));
    }
    return lines;
  }
}
