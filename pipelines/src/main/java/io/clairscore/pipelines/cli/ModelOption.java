package io.clairscore.pipelines.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names a model. */
final class ModelOption {

  @Option(
      names = "--model",
      paramLabel = "RUN",
      description =
          "Run that trained the model (default: the champion, else the model trained last).")
  private String run;

  /** Folder of the bundle, as {@link Models#followed} finds it. */
  Path folder(Application application) {
    return Models.followed(application, run);
  }

  /** Folder of the bundle, or nothing if none is named and there is none. */
  Optional<Path> ifAny(Application application) {
    return Models.followedIfAny(application, run);
  }
}
