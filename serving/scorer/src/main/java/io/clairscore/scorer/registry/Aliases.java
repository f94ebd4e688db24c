package io.clairscore.scorer.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
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
 * promoted: the content of {@code aliases.json} in the folder of the models. A server's aliases
 * only follow it, so that they mean the same without one.
 *
 * @param challenger run, or null before the first training
 * @param champions runs that were promoted and not rolled back; the last is the champion
 * @param history every change, oldest first
 */
public record Aliases(String challenger, List<String> champions, List<Change> history) {
  public static final String CHALLENGER = "challenger";
  public static final String CHAMPION = "champion";

  private static final String FILE = "aliases.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What can happen to a run. */
  public enum Step {
    @JsonProperty("trained")
    TRAINED,
    @JsonProperty("promoted")
    PROMOTED,
    @JsonProperty("rolled back")
    ROLLED_BACK
  }

  /**
   * One change.
   *
   * @param time ISO-8601 in UTC
   * @param what how it came about
   * @param run the run that an alias names since
   */
  public record Change(String time, Step what, String run) {}

  public Aliases {
    champions = List.copyOf(champions);
    history = List.copyOf(history);
  }

  /**
   * The aliases of a folder of models; none before the first training.
   *
   * @throws Refusal with FAILED if the file is damaged or may not be read
   */
  public static Aliases read(Path models) {
    Path file = models.resolve(FILE);
    if (!Files.exists(file)) {
      return new Aliases(null, List.of(), List.of());
    }
    try {
      return JSON.readValue(file.toFile(), Aliases.class);
    } catch (IOException e) {
      throw Refusal.failed(
              "Cannot read " + file + ".",
              e.toString(),
              "Check that the file is whole and may be read by this user.")
          .from(e);
    }
  }

  /** Keeps them, whole or not at all. */
  public void write(Path models) {
    try {
      DurableFiles.replace(models.resolve(FILE), JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      throw Refusal.notWritten(models.resolve(FILE), e);
    }
  }

  public Optional<String> champion() {
    return fromTop(1);
  }

  /** The champion before the present one. */
  public Optional<String> formerChampion() {
    return fromTop(2);
  }

  private Optional<String> fromTop(int place) {
    return champions.size() < place
        ? Optional.empty()
        : Optional.of(champions.get(champions.size() - place));
  }

  /** Runs by alias. */
  public Map<String, String> byName() {
    Map<String, String> byName = new TreeMap<>();
    champion().ifPresent(run -> byName.put(CHAMPION, run));
    if (challenger != null) {
      byName.put(CHALLENGER, challenger);
    }
    return byName;
  }

  /** A run was trained. */
  public Aliases trained(String run) {
    return run.equals(challenger) ? this : new Aliases(run, champions, with(Step.TRAINED, run));
  }

  /** A run is champion from now on. */
  public Aliases promoted(String run) {
    if (champion().equals(Optional.of(run))) {
      return this;
    }
    List<String> promoted = new ArrayList<>(champions);
    promoted.add(run);
    return new Aliases(challenger, promoted, with(Step.PROMOTED, run));
  }

  /**
   * The champion before the present one is champion again.
   *
   * @throws Refusal with MODEL if there was none
   */
  public Aliases rolledBack() {
    String former = formerChampion().orElseThrow(this::noFormerChampion);
    List<String> left = champions.subList(0, champions.size() - 1);
    return new Aliases(challenger, left, with(Step.ROLLED_BACK, former));
  }

  private Refusal noFormerChampion() {
    return Refusal.model(
        "There is no earlier champion to go back to.",
        champion()
            .map(run -> "Run " + run + " is the first.")
            .orElse("No model was ever promoted."),
        "Promote a model with the command promote.");
  }

  private List<Change> with(Step what, String run) {
    List<Change> changes = new ArrayList<>(history);
    changes.add(new Change(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), what, run));
    return changes;
  }
}
