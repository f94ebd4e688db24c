package io.clairscore.service.population;

import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One population for all tests that have it as a parameter: the database and the slow loops. */
final class SeededPopulation implements ParameterResolver {
  static final int CLIENTS = 3000;
  static final int FIRST_CLIENT = 100_001;

  private static final ExtensionContext.Namespace ALL =
      ExtensionContext.Namespace.create(SeededPopulation.class);

  /** The same clients, asked in two ways. */
  static final class Both implements ExtensionContext.Store.CloseableResource {
    private final Path file;
    private final SlowPopulation slow;
    private final Population population;

    private Both() {
      try {
        file = Files.createTempDirectory("population").resolve("clients.parquet");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      GeneratedPopulation.write(file, CLIENTS);
      slow =
          new SlowPopulation(
              file, List.of("EXT_SOURCE_2", "BURO_CNT_CREDIT_PROLONG_SUM", "INSTAL_DPD_MEAN"));
      // One feature is kept, the others are read when they are asked for.
      population = new Population(file, TestConf.USUAL, List.of(column("feature.EXT_SOURCE_2")));
    }

    SlowPopulation slow() {
      return slow;
    }

    Population population() {
      return population;
    }

    @Override
    public void close() throws IOException {
      population.close();
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }

  static ExploredColumn column(String key) {
    return PopulationColumns.all().seen(key, Sight.REVIEW);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Both.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(ALL).getOrComputeIfAbsent(Both.class, k -> new Both());
  }
}
