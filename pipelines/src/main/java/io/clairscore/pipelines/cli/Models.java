package io.clairscore.pipelines.cli;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the bundle a command is to use. */
final class Models {
  private static final String BUNDLE = "bundle.json";

  private Models() {}

  /**
   * Folder of a model.
   *
   * @param name run that trained it, or null for the model trained last
   * @throws Refusal with {@link Refusal.Kind#MODEL} if there is none
   */
  static Path folder(Workspace workspace, String name) {
    Path folder = name == null ? latest(workspace.models()) : workspace.models().resolve(name);
    if (folder == null || !Files.exists(folder.resolve(BUNDLE))) {
      throw Refusal.model(
          name == null ? "There is no model." : "There is no model " + name + ".",
          workspace.models() + " holds no such bundle.",
          "Train one with the command train, or name one with --model.");
    }
    return folder;
  }

  /**
   * Folder of a model, or nothing if none is named and there is none.
   *
   * @throws Refusal with {@link Refusal.Kind#MODEL} if the named one does not exist
   */
  static Optional<Path> ifAny(Workspace workspace, String name) {
    return name == null && latest(workspace.models()) == null
        ? Optional.empty()
        : Optional.of(folder(workspace, name));
  }

  private static Path latest(Path models) {
    if (!Files.isDirectory(models)) {
      return null;
    }
    try (Stream<Path> folders = Files.list(models)) {
      return folders
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .filter(folder -> Files.exists(folder.resolve(BUNDLE)))
          .max(Comparator.comparing(Models::written).thenComparing(Path::getFileName))
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long written(Path folder) {
    return folder.resolve(BUNDLE).toFile().lastModified();
  }
}
