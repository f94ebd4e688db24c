package io.clairscore.pipelines.ingest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Numbers the loads of a workspace from 1: one number per run, kept when a run is repeated. */
final class LoadLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  LoadLedger(Workspace workspace) {
    file = workspace.root().resolve("tables/loads.json");
  }

  /** Number of the load of a run. */
  int number(String runId) {
    try {
      List<String> runs = runs();
      if (!runs.contains(runId)) {
        runs.add(runId);
        DurableFiles.replace(file, JSON.writeValueAsBytes(runs));
      }
      return runs.indexOf(runId) + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every run that loaded, in the order of their numbers. */
  List<String> runs() {
    try {
      return Files.exists(file)
          ? new ArrayList<>(JSON.readValue(file.toFile(), new TypeReference<List<String>>() {}))
          : new ArrayList<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
