package io.clairscore.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one run has begun and finished, kept under {@code runs/<run id>/}. A step that was finished
 * is not done again; a step that was cut off is done again from its start, which every step allows;
 * a step over other input than before is refused.
 */
public final class RunJournal {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String runId;
  private final Path folder;

  public RunJournal(Workspace workspace, String runId) {
    this.runId = runId;
    this.folder = workspace.runs().resolve(runId);
  }

  /** Folder of this run's records. */
  public Path folder() {
    return folder;
  }

  /**
   * Does a step unless this run has finished it before.
   *
   * @param step name of the step, unique in the run
   * @param input fingerprint of everything the step's result depends on
   * @param work does the step and yields its result, the JSON kept in the journal
   * @return the result of this or the earlier execution
   * @throws Refusal if this run began the step over other input
   */
  public JsonNode once(String step, String input, Supplier<? extends JsonNode> work) {
    Path begun = folder.resolve("steps").resolve(step + ".begun.json");
    Path done = done(step);
    refuseOtherInput(step, input, begun);
    Optional<JsonNode> earlier = read(done);
    if (earlier.isPresent()) {
      return earlier.get().get("result");
    }
    ObjectNode entry = JSON.createObjectNode().put("step", step).put("input", input);
    write(begun, entry);
    JsonNode result = work.get();
    write(done, entry.deepCopy().set("result", result));
    return result;
  }

  /** Does a step once, as above, its result being a record or an array of records. */
  public <R> R once(String step, String input, Class<R> result, Supplier<R> work) {
    return JSON.convertValue(once(step, input, () -> JSON.valueToTree(work.get())), result);
  }

  /** Result of a step that this run has finished. */
  public Optional<JsonNode> result(String step) {
    return read(done(step)).map(entry -> entry.get("result"));
  }

  /** Result of a step that this run has finished, as the record it was. */
  public <R> Optional<R> result(String step, Class<R> result) {
    return result(step).map(json -> JSON.convertValue(json, result));
  }

  /** Whether this run has finished a step. */
  public boolean finished(String step) {
    return Files.exists(done(step));
  }

  /** Keeps a document of this run beside its steps, replacing an earlier one whole. */
  public void keep(String name, JsonNode document) {
    write(folder.resolve(name), document);
  }

  private Path done(String step) {
    return folder.resolve("steps").resolve(step + ".done.json");
  }

  private void refuseOtherInput(String step, String input, Path begun) {
    read(begun)
        .filter(entry -> !entry.get("input").asText().equals(input))
        .ifPresent(
            entry -> {
              throw RunErrors.otherInput(runId, step);
            });
  }

  private static Optional<JsonNode> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw RunErrors.unreadableJournal(file, e);
    }
  }

  private static void write(Path file, JsonNode content) {
    try {
      DurableFiles.replace(file, JSON.writeValueAsBytes(content));
    } catch (IOException e) {
      throw Refusal.notWritten(file, e);
    }
  }
}
