package io.clairscore.service.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.Sight;
import io.clairscore.service.population.selection.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be answered is refused in words, and harms nobody else's question. */
final class RefusalsTest {
  private static final KeptColumns NONE_BESIDES = new KeptColumns(List.of());
  private static final Sql FOR_EVER =
      Sql.of("SELECT sum(hash(range) % 7) FROM range(1000000000000)");

  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void write() {
    file = GeneratedPopulation.write(folder.resolve("clients.parquet"), 500);
  }

  private static PopulationConf conf(int queries, int waiting, int patienceMillis) {
    return new PopulationConf(2, 128, queries, waiting, patienceMillis, 1);
  }

  private static ClientTable table(PopulationConf conf) {
    return new ClientTable(file, conf, NONE_BESIDES);
  }

  private static long count(ClientTable table) {
    return table.ask(
        List.of(),
        Sql.of("SELECT count(*) FROM kept"),
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  private static Refusal refused(Refusal.Kind kind, Executable ask) {
    Refusal refusal = assertThrows(Refusal.class, ask);
    assertEquals(kind, refusal.kind(), refusal.getMessage());
    return refusal;
  }

  @Test
  void whatIsAbsentDamagedOrOfOtherColumnsIsNotOpened() throws IOException, SQLException {
    Path absent = folder.resolve("absent.parquet");
    refused(Refusal.Kind.FAILED, () -> new ClientTable(absent, conf(1, 0, 0), NONE_BESIDES));
    Path damaged = folder.resolve("damaged.parquet");
    byte[] whole = Files.readAllBytes(file);
    Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
    refused(Refusal.Kind.FAILED, () -> new ClientTable(damaged, conf(1, 0, 0), NONE_BESIDES));
    Path other = folder.resolve("other.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * REPLACE (points::VARCHAR AS points) FROM '"
              + file
              + "') TO '"
              + other
              + "' (FORMAT parquet)");
    }
    Refusal refusal =
        refused(Refusal.Kind.FAILED, () -> new ClientTable(other, conf(1, 0, 0), NONE_BESIDES));
    assertTrue(refusal.reason().contains("points"));
  }

  @Test
  void aFileRemovedUnderTheServiceIsSaidAndWhatIsKeptIsAnswered() throws IOException {
    Path removed = Files.copy(file, folder.resolve("removed.parquet"));
    try (Population population = new Population(removed, conf(2, 2, 1000), List.of())) {
      ExploredColumn feature = PopulationColumns.all().seen("feature.EXT_SOURCE_2", Sight.ADVICE);
      Files.delete(removed);
      refused(
          Refusal.Kind.FAILED,
          () -> population.segments(feature, ClientSelection.ALL, Sight.ADVICE));
      assertEquals(500, population.summary(ClientSelection.ALL).tally().clients());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH '/tmp/other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '8GB'",
        "SET lock_configuration = false",
        "COPY kept TO '/tmp/copied.csv'"
      })
  void theDatabaseReachesNothingBesideThePublishedFile(String sql) {
    try (ClientTable table = table(conf(1, 0, 0))) {
      refused(Refusal.Kind.FAILED, () -> table.ask(List.of(), Sql.of(sql), row -> row.next()));
      assertEquals(500, count(table));
    }
  }

  @Test
  void aQuestionThatTakesTooLongIsStoppedAndTheNextIsAnswered() {
    try (ClientTable table = table(conf(1, 0, 0))) {
      long begin = System.nanoTime();
      refused(Refusal.Kind.LOCKED, () -> table.ask(List.of(), FOR_EVER, row -> row.next()));
      assertTrue(System.nanoTime() - begin < Duration.ofSeconds(10).toNanos());
      assertEquals(500, count(table));
    }
  }

  @Test
  void aQuestionThatNeedsTooMuchMemoryIsRefusedAndTheNextIsAnswered() {
    PopulationConf little = new PopulationConf(1, 64, 1, 0, 0, 30);
    try (ClientTable table = table(little)) {
      refused(
          Refusal.Kind.FAILED,
          () ->
              table.ask(
                  List.of(), Sql.of("SELECT list(range) FROM range(20000000)"), row -> row.next()));
      assertEquals(500, count(table));
    }
  }

  @Test
  void moreQuestionsThanAreAdmittedWaitAndMoreThanMayWaitAreRefusedAtOnce() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ClientTable table = table(conf(1, 1, 20_000))) {
      CompletableFuture<Long> running =
          CompletableFuture.supplyAsync(
              () ->
                  table.ask(
                      List.of(),
                      Sql.of("SELECT 1"),
                      row -> {
                        inside.countDown();
                        await(goOn);
                        return 1L;
                      }));
      inside.await();
      CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> count(table));
      while (table.waiting() == 0) {
        Thread.onSpinWait();
      }
      refused(Refusal.Kind.LOCKED, () -> count(table));
      assertFalse(waiting.isDone());
      goOn.countDown();
      assertEquals(1L, running.get());
      assertEquals(500, waiting.get());
    }
  }

  @Test
  void patienceEnds() throws InterruptedException, ExecutionException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ClientTable table = table(conf(1, 5, 50))) {
      CompletableFuture<Boolean> running =
          CompletableFuture.supplyAsync(
              () ->
                  table.ask(
                      List.of(),
                      Sql.of("SELECT 1"),
                      row -> {
                        inside.countDown();
                        await(goOn);
                        return true;
                      }));
      inside.await();
      refused(Refusal.Kind.LOCKED, () -> count(table));
      goOn.countDown();
      assertTrue(running.get());
    }
  }

  @Test
  void whoAsksAfterTheEndIsTold() {
    ClientTable table = table(conf(2, 2, 1000));
    table.close();
    refused(Refusal.Kind.LOCKED, () -> count(table));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
