package io.clairscore.pipelines.synthetic;

import io.clairscore.pipelines.run.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was generated.
 *
 * @param clients number of clients
 * @param folder where their files are
 * @param rows rows written, by file name without extension
 */
public record GenerateReport(int clients, Path folder, Map<String, Long> rows) implements Report {

  @Override
  public List<String> lines() {
    return List.of("Generated " + clients + " clients in " + folder);
  }
}
