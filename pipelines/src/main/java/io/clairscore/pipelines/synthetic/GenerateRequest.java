package io.clairscore.pipelines.synthetic;

import java.nio.file.Path;

/**
 * Who is generated, and where to.
 *
 * @param population who there is
 * @param format how the tables are written
 * @param folder folder to write, absent or empty
 * @param clientsPerTask clients that one task generates
 */
public record GenerateRequest(
    Population population, Format format, Path folder, int clientsPerTask) {
  private static final int CLIENTS_PER_TASK = 4000;

  public GenerateRequest {
    folder = folder.toAbsolutePath().normalize();
  }

  public GenerateRequest(Population population, Format format, Path folder) {
    this(population, format, folder, CLIENTS_PER_TASK);
  }
}
