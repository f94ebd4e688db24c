package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each server has of one record, remembered beside it in {@code servers.json}. */
final class ServerRuns {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final String server;
  private final TreeMap<String, ServerRun> known;

  private ServerRuns(Path file, String server, TreeMap<String, ServerRun> known) {
    this.file = file;
    this.server = server;
    this.known = known;
  }

  static ServerRuns of(Path record, String server) {
    return new ServerRuns(file(record), server, new TreeMap<>(all(record)));
  }

  /** What every server has, by its name. */
  static Map<String, ServerRun> all(Path record) {
    Path file = file(record);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, ServerRun>>() {});
    } catch (IOException e) {
      throw TrackingErrors.unreadable(file, e);
    }
  }

  private static Path file(Path record) {
    return record.resolve("servers.json");
  }

  Optional<ServerRun> get() {
    return Optional.ofNullable(known.get(server));
  }

  ServerRun remember(ServerRun run) {
    known.put(server, run);
    write();
    return run;
  }

  /** The server has lost the run. */
  void forget() {
    known.remove(server);
    write();
  }

  private void write() {
    try {
      DurableFiles.replace(file, JSON.writeValueAsBytes(known));
    } catch (IOException e) {
      throw Refusal.notWritten(file, e);
    }
  }
}
