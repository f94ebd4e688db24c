package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The record of one run: parameters, metrics by step, tags, inputs, files, status and child
 * records. Everything is on disk when a method returns, so that neither a kill of this process nor
 * the loss of a server loses anything; {@link Tracking#push} sends it.
 *
 * <p>A record may be opened again, by a run that is continued or after its end; saying the same
 * twice leaves it as it was. Safe for several threads.
 *
 * <p>Layout: {@code record.jsonl}, {@code artifacts/}, {@code children/<name>/}, and {@code
 * servers.json} with what each server already has.
 */
public final class RunRecord {
  /** What MLflow accepts, without what could leave the folder. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./ :-]{0,249}");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  /** MLflow's limit for a parameter. */
  private static final int LONGEST_VALUE = 6000;

  /** Tag that says why a run failed. */
  private static final String FAILURE = "clairscore.failure";

  private static final String ARTIFACTS = "artifacts";
  private static final String CHILDREN = "children";

  private final Path folder;
  private final RecordLines log;
  private final RunFacts facts;

  private RunRecord(Path folder) {
    this.folder = folder;
    this.log = log(folder);
    this.facts = RunFacts.of(log.read());
  }

  /**
   * Opens a record, and begins it if there is none.
   *
   * @param folder its folder, {@code runs/<run>/tracking}
   * @param name name for people
   * @throws Refusal if it cannot be read or written
   */
  public static RunRecord open(Path folder, String name) {
    log(folder).repair();
    RunRecord record = new RunRecord(folder);
    if (!record.facts.exists()) {
      String id = UUID.randomUUID().toString();
      record.add(new Event.Begun(id, name, System.currentTimeMillis()), true);
    }
    return record;
  }

  static RecordLines log(Path folder) {
    return new RecordLines(folder.resolve("record.jsonl"));
  }

  static Path file(Path folder, String path) {
    return folder.resolve(ARTIFACTS).resolve(path);
  }

  /** Folders of the records below one, in the order of their names. */
  static List<Path> children(Path folder) {
    Path children = folder.resolve(CHILDREN);
    if (!Files.isDirectory(children)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(children)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw TrackingErrors.unreadable(children, e);
    }
  }

  public Path folder() {
    return folder;
  }

  RunFacts facts() {
    return facts;
  }

  /**
   * What the run was asked to do.
   *
   * @throws Refusal with DATA if it was recorded otherwise before: another value is another run
   */
  public synchronized RunRecord parameter(String key, Object value) {
    String text = String.valueOf(value);
    check(key, text);
    String earlier = facts.parameters().get(key);
    if (earlier != null && !earlier.equals(text)) {
      throw TrackingErrors.otherParameter(facts.name(), key, earlier, text);
    }
    if (earlier == null) {
      add(new Event.Parameter(key, text), false);
    }
    return this;
  }

  /** Every setting of a document, each named by its path. */
  public RunRecord parameters(String path, JsonNode settings) {
    if (settings.isObject()) {
      settings.fields().forEachRemaining(f -> parameters(path + "." + f.getKey(), f.getValue()));
      return this;
    }
    return parameter(path, settings.isTextual() ? settings.asText() : settings.toString());
  }

  /** A figure that has no steps. */
  public RunRecord metric(String key, double value) {
    return metric(key, value, 0);
  }

  /**
   * A figure of one step: a boosting round, a fold.
   *
   * @param value may be NaN where nothing could be measured
   */
  public synchronized RunRecord metric(String key, double value, long step) {
    check(key, "");
    add(new Event.Metric(key, value, step, System.currentTimeMillis()), false);
    return this;
  }

  /** A fact for people or programs; a later value replaces an earlier one. */
  public synchronized RunRecord tag(String key, String value) {
    check(key, value);
    add(new Event.Tag(key, value), false);
    return this;
  }

  /**
   * A version of a table the run read.
   *
   * @param table name for people
   * @param path where it lies
   * @param format such as {@code delta}
   * @param version as the format counts
   */
  public synchronized RunRecord input(String table, Path path, String format, String version) {
    add(new Event.Input(table, path.toString(), format, version), false);
    return this;
  }

  /**
   * Keeps a copy of a file, or of all files of a folder. Files that name clients do not belong
   * here: a server shows its artifacts to everyone.
   *
   * @param file file or folder to copy
   * @param artifactPath its path in the record, name included: {@code figures/cost.svg}
   */
  public RunRecord artifact(Path file, String artifactPath) {
    try {
      if (!Files.isDirectory(file)) {
        return artifact(Files.readAllBytes(file), artifactPath);
      }
      List<Path> inside;
      try (Stream<Path> found = Files.walk(file)) {
        inside = found.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path path : inside) {
        String name = file.relativize(path).toString().replace('\\', '/');
        artifact(Files.readAllBytes(path), artifactPath + "/" + name);
      }
      return this;
    } catch (IOException e) {
      throw TrackingErrors.unreadable(file, e);
    }
  }

  /** Keeps a file of this content. */
  public synchronized RunRecord artifact(byte[] content, String artifactPath) {
    check(artifactPath, "");
    Path target = file(folder, artifactPath).normalize();
    if (!target.startsWith(folder.resolve(ARTIFACTS).normalize())) {
      throw new IllegalArgumentException(artifactPath + " leaves the record");
    }
    try {
      DurableFiles.replace(target, content);
    } catch (IOException e) {
      throw Refusal.notWritten(target, e);
    }
    add(new Event.Artifact(artifactPath), false);
    return this;
  }

  /**
   * Says that artifacts are a model in MLflow's layout, to be registered.
   *
   * @param registeredName name under which a registry keeps its versions
   * @param artifactPath folder of the artifacts
   */
  public synchronized RunRecord model(String registeredName, String artifactPath) {
    check(registeredName, artifactPath);
    add(new Event.Model(registeredName, artifactPath), false);
    return this;
  }

  /** The record of a part of this run, such as one candidate; opened again if it exists. */
  public synchronized RunRecord child(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A child cannot be named '" + name + "'");
    }
    return open(folder.resolve(CHILDREN).resolve(name), name);
  }

  public RunStatus status() {
    return facts.status();
  }

  /** The run has ended well, perhaps after attempts that had not. */
  public void succeeded() {
    if (facts.tags().containsKey(FAILURE)) {
      tag(FAILURE, "none: a later attempt ended well");
    }
    finish(RunStatus.FINISHED);
  }

  /** The run has ended with an error, whose first line is kept. */
  public void failed(Throwable error) {
    String message = String.valueOf(error.getMessage());
    tag(FAILURE, message.lines().findFirst().orElse(error.getClass().getSimpleName()));
    finish(RunStatus.FAILED);
  }

  /** The run has ended. */
  public synchronized void finish(RunStatus status) {
    add(new Event.Ended(status, System.currentTimeMillis()), true);
  }

  private void add(Event event, boolean durable) {
    if (!facts.says(event)) {
      log.add(event, durable);
      facts.add(event);
    }
  }

  private static void check(String key, String value) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("MLflow takes no key like '" + key + "'");
    }
    if (value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException("The value of " + key + " is longer than MLflow takes");
    }
  }
}
