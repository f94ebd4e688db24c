package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which run's model is challenger, the one trained last, and which is champion, the one a person
 * promoted: the content of {@code models/aliases.json}. A server's aliases only follow it, so that
 * they mean the same without one.
 *
 * @param challenger run, or null before the first training
 * @param champions runs that were promoted and not rolled back; the last is the champion
 * @param history every change, oldest first
 */
public record Aliases(String challenger, List<String> champions, List<Change> history) {
  public static final String CHALLENGER = "challenger";
  public static final String CHAMPION = "champion";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One change.
   *
   * @param time ISO-8601 in UTC
   * @param what {@code trained}, {@code promoted} or {@code rolled back}
   * @param run the run that an alias names since
   */
  public record Change(String time, String what, String run) {}

  public Aliases {
    champions = List.copyOf(champions);
    history = List.copyOf(history);
  }

  /** The aliases of a workspace. */
  public static Aliases read(Workspace workspace) {
    Path file = file(workspace);
    if (!Files.exists(file)) {
      return new Aliases(null, List.of(), List.of());
    }
    try {
      return JSON.readValue(file.toFile(), Aliases.class);
    } catch (IOException e) {
      throw TrackingErrors.unreadable(file, e);
    }
  }

  /** Keeps them, whole or not at all. */
  public void write(Workspace workspace) {
    try {
      DurableFiles.replace(file(workspace), JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw Refusal.notWritten(file(workspace), e);
    }
  }

  private static Path file(Workspace workspace) {
    return workspace.models().resolve("aliases.json");
  }

  public Optional<String> champion() {
    return champions.isEmpty()
        ? Optional.empty()
        : Optional.of(champions.get(champions.size() - 1));
  }

  /** Runs by alias. */
  Map<String, String> byName() {
    Map<String, String> byName = new TreeMap<>();
    champion().ifPresent(run -> byName.put(CHAMPION, run));
    if (challenger != null) {
      byName.put(CHALLENGER, challenger);
    }
    return byName;
  }

  /** A run was trained. */
  Aliases trained(String run) {
    return run.equals(challenger) ? this : new Aliases(run, champions, changed("trained", run));
  }

  /** A run is champion from now on. */
  Aliases promoted(String run) {
    if (champion().equals(Optional.of(run))) {
      return this;
    }
    List<String> promoted = new ArrayList<>(champions);
    promoted.add(run);
    return new Aliases(challenger, promoted, changed("promoted", run));
  }

  /**
   * The champion before the present one is champion again.
   *
   * @throws Refusal with MODEL if there was none
   */
  Aliases rolledBack() {
    if (champions.size() < 2) {
      throw TrackingErrors.noFormerChampion(champion());
    }
    List<String> left = champions.subList(0, champions.size() - 1);
    return new Aliases(challenger, left, changed("rolled back", left.get(left.size() - 1)));
  }

  private List<Change> changed(String what, String run) {
    List<Change> changes = new ArrayList<>(history);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    changes.add(new Change(now, what, run));
    return changes;
  }
}
