package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.registry.Aliases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the bundle a command is to use: the one it names, else the champion, else the newest. */
final class Models {
  private static final String BUNDLE = "bundle.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Models() {}

  /**
   * Folder of the model that a command follows; a line of progress says which and why.
   *
   * @param named run that trained it, or null for the champion, or for the model trained last if
   *     there is no champion
   * @throws Refusal with {@link Refusal.Kind#MODEL} if there is none
   */
  static Path followed(Application application, String named) {
    return followedIfAny(application, named)
        .orElseThrow(() -> absent(application.workspace(), "There is no model."));
  }

  /**
   * Folder of the model that a command follows, or nothing if none is named and there is none.
   *
   * @throws Refusal with {@link Refusal.Kind#MODEL} if the named one or the champion does not exist
   */
  static Optional<Path> followedIfAny(Application application, String named) {
    if (named != null) {
      return Optional.of(told(application, folder(application.workspace(), named), "as named"));
    }
    return champion(application)
        .or(
            () ->
                trainedLast(application.workspace())
                    .map(run -> told(application, run, "trained last, as no model was promoted")));
  }

  /** Folder of the champion, if a model was promoted. */
  static Optional<Path> champion(Application application) {
    Workspace workspace = application.workspace();
    return Aliases.read(workspace.models())
        .champion()
        .map(run -> told(application, folder(workspace, run), "the champion"));
  }

  /**
   * Folder of a model.
   *
   * @param run run that trained it, or null for the model trained last
   * @throws Refusal with {@link Refusal.Kind#MODEL} if there is none
   */
  static Path folder(Workspace workspace, String run) {
    if (run == null) {
      return trainedLast(workspace).orElseThrow(() -> absent(workspace, "There is no model."));
    }
    Path folder = workspace.models().resolve(run);
    if (!holdsBundle(folder)) {
      throw absent(workspace, "There is no model " + run + ".");
    }
    return folder;
  }

  private static Path told(Application application, Path folder, String why) {
    application.progress().say("model " + folder.getFileName() + ": " + why);
    return folder;
  }

  /**
   * The challenger, which is the training that ended last. Models that came without their aliases
   * are asked when they were made: times of files change when they are copied.
   */
  private static Optional<Path> trainedLast(Workspace workspace) {
    Optional<Path> challenger =
        Optional.ofNullable(Aliases.read(workspace.models()).challenger())
            .map(workspace.models()::resolve)
            .filter(Models::holdsBundle);
    if (challenger.isPresent() || !Files.isDirectory(workspace.models())) {
      return challenger;
    }
    try (Stream<Path> folders = Files.list(workspace.models())) {
      return folders
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .filter(Models::holdsBundle)
          .max(Comparator.comparing(Models::created).thenComparing(Path::getFileName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsBundle(Path folder) {
    return Files.exists(folder.resolve(BUNDLE));
  }

  /**
   * When the bundle was made, in UTC; a damaged one is the oldest, and refused where it is read.
   */
  private static String created(Path folder) {
    try {
      return JSON.readTree(folder.resolve(BUNDLE).toFile()).path("created").asText();
    } catch (IOException damaged) {
      return "";
    }
  }

  private static Refusal absent(Workspace workspace, String problem) {
    return Refusal.model(
        problem,
        workspace.models() + " holds no such bundle.",
        "Train one with the command train, or name one with --model.");
  }
}
