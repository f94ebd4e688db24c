package io.clairscore.service.launch;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** Every reason for which the service cannot begin to start. */
final class LaunchErrors {

  private LaunchErrors() {}

  static Refusal otherPlatform(String name, Path beside) {
    return Refusal.failed(
        "This jar has no DuckDB library for this machine, " + name + ".",
        "It carries those for Linux with glibc on x86_64 and aarch64.",
        "Run the service on one of these, or take the library of this machine out of DuckDB's own"
            + " jar of the same version (duckdb_jdbc, Maven Central) and save it as "
            + beside
            + ".");
  }

  static Refusal notPlaced(String entry, Path library, IOException origin) {
    return Refusal.failed(
            "Cannot write DuckDB's library " + library + ".",
            origin.toString(),
            "Start the service once as a user who may write there (the image and scripts/serve do),"
                + " or place the file by hand: unzip -p JAR "
                + entry
                + " > "
                + library)
        .from(origin);
  }
}
