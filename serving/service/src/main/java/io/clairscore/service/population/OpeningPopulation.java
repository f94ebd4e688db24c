package io.clairscore.service.population;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.selection.ExploredColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The population of a version while it opens, which takes a second or two of a processor: the
 * service is ready before, and answers everything else meanwhile. If it cannot be opened, it says
 * why to whoever asks, and only the questions about the population are refused.
 */
public final class OpeningPopulation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpeningPopulation.class);

  /** The start of the service comes first, unless somebody asks. */
  private static final long DELAY_MILLIS = 1000;

  private final CompletableFuture<Population> opened = new CompletableFuture<>();
  private final CountDownLatch wanted = new CountDownLatch(1);

  /**
   * Begins to open a population, and to read the columns that are asked for most.
   *
   * @param file as {@link Population#Population} takes it
   */
  public OpeningPopulation(Path file, PopulationConf conf, List<ExploredColumn> features) {
    Thread thread = new Thread(() -> open(file, conf, features), "population-opening");
    thread.setDaemon(true);
    thread.start();
  }

  private void open(Path file, PopulationConf conf, List<ExploredColumn> features) {
    Population population = null;
    try {
      wanted.await(DELAY_MILLIS, TimeUnit.MILLISECONDS);
      population = new Population(file, conf, features);
      opened.complete(population);
    } catch (InterruptedException | RuntimeException | Error fault) {
      LOG.error("the population cannot be asked: {}", fault.getMessage());
      opened.completeExceptionally(fault);
    }
    if (population != null) {
      warmUp(population, features);
    }
  }

  private static void warmUp(Population population, List<ExploredColumn> features) {
    try {
      population.warmUp(features);
    } catch (Refusal refusal) {
      // Questions come first, and each column can still be read when it is asked for.
      LOG.warn("the population is not warmed up: {}", refusal.problem());
    }
  }

  /**
   * The population.
   *
   * @throws Refusal with LOCKED while it opens, with FAILED if it cannot be opened
   */
  public Population get() {
    if (!opened.isDone()) {
      wanted.countDown();
      throw PopulationErrors.opening();
    }
    try {
      return opened.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : e;
    }
  }

  /** Waits until it is open, or cannot be opened. */
  public void await() {
    wanted.countDown();
    opened.handle((population, fault) -> population).join();
  }

  /** Waits for what is being answered. */
  @Override
  public void close() {
    Population population = opened.handle((open, fault) -> open).join();
    if (population != null) {
      population.close();
    }
  }
}
