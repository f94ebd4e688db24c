package io.clairscore.service.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.events.FaultySeat.Fault;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventFaultsTest {
  private static final EventsConf HASTY = new EventsConf(8, 4, 300, 183);

  @TempDir Path folder;

  private final SampleEvents samples = new SampleEvents(5);

  private static EventLog log(FaultySeat seat) {
    return EventLog.open(
        seat, HASTY, Runnable::run, new EventClock(Clock.systemUTC(), System::nanoTime));
  }

  private static void verified(Database database, int events) {
    ChainReport report = new ChainVerifier(database, Map.of()).verify();
    assertThat(report.fault()).isEmpty();
    assertThat(report.last()).isEqualTo(events);
  }

  private long appended(EventLog log) {
    return log.append(samples.next()).join().number();
  }

  private void refused(EventLog log, String words) {
    CompletableFuture<EventReceipt> receipt = log.append(samples.next());
    assertThatThrownBy(receipt::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FAILED))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aCommitWhoseAnswerWasLostIsFoundAndNotRepeated(TestStore store) {
    try (Database database = Database.open(store.fresh(folder));
        FaultySeat seat = new FaultySeat(database.seat());
        EventLog log = log(seat)) {
      assertThat(appended(log)).isEqualTo(1);
      seat.next(Fault.ANSWER_LOST, Fault.NOT_THERE, Fault.NOT_THERE);
      assertThat(appended(log)).isEqualTo(2);
      assertThat(seat.settled()).isEqualTo(1);
      assertThat(appended(log)).isEqualTo(3);
      assertThat(log.status().failed()).isZero();
      verified(database, 3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void aCommitThatWasNotMadeFailsItsEventsAloneAndTheNextTakeTheirNumbers(TestStore store) {
    try (Database database = Database.open(store.fresh(folder));
        FaultySeat seat = new FaultySeat(database.seat());
        EventLog log = log(seat)) {
      assertThat(appended(log)).isEqualTo(1);
      seat.next(Fault.COMMIT_LOST);
      refused(log, "could not be recorded, and is therefore not given");
      assertThat(log.status().healthy()).isFalse();
      assertThat(appended(log)).isEqualTo(2);
      assertThat(log.status().healthy()).isTrue();
      seat.next(Fault.NOT_THERE);
      assertThat(appended(log))
          .as("a connection that ended unseen costs nobody anything")
          .isEqualTo(3);
      seat.next(Fault.NOT_THERE, Fault.NOT_THERE);
      refused(log, "nobody answers");
      assertThat(appended(log)).isEqualTo(4);
      assertThat(log.status()).extracting(EventLogStatus::failed).isEqualTo(2L);
      verified(database, 4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void anOutcomeThatCannotBeLearntIsSaidToBeUnknownAndTheLogGoesOn(TestStore store) {
    Fault[] long_ = new Fault[20];
    java.util.Arrays.fill(long_, Fault.NOT_THERE);
    long_[0] = Fault.ANSWER_LOST;
    try (Database database = Database.open(store.fresh(folder));
        FaultySeat seat = new FaultySeat(database.seat());
        EventLog log = log(seat)) {
      seat.next(long_);
      refused(log, "not known whether the prediction was recorded");
      long number = 0;
      for (int i = 0; i < 20 && number == 0; i++) {
        number = log.append(samples.next()).handle((r, e) -> r == null ? 0 : r.number()).join();
      }
      assertThat(number).as("the event of the unknown outcome stands before it").isEqualTo(2);
      verified(database, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void moreThanTheQueueHoldsIsRefusedAtOnce(TestStore store) {
    CountDownLatch slow = new CountDownLatch(1);
    try (Database database = Database.open(store.fresh(folder))) {
      List<CompletableFuture<EventReceipt>> taken;
      try (EventLog log =
          EventLog.open(
              database,
              HASTY,
              news -> {
                await(slow);
                news.run();
              })) {
        CompletableFuture<EventReceipt> first = log.append(samples.next());
        while (log.status().waiting() > 0) {
          Thread.onSpinWait();
        }
        taken =
            java.util.stream.Stream.generate(() -> log.append(samples.next())).limit(8).toList();
        refused(log, "more to record than it can");
        assertThat(log.status().refused()).isEqualTo(1);
        slow.countDown();
        assertThat(first.join().number()).isEqualTo(1);
      }
      assertThat(taken).extracting(receipt -> receipt.join().number()).doesNotHaveDuplicates();
      verified(database, 9);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void theEventsOfOneRequestAreKeptTogetherOrNotAtAll(TestStore store) {
    try (Database database = Database.open(store.fresh(folder));
        FaultySeat seat = new FaultySeat(database.seat());
        EventLog log = log(seat)) {
      seat.next(Fault.COMMIT_LOST);
      assertThat(log.appendAll(List.of(samples.next(), samples.next())))
          .failsWithin(Duration.ofSeconds(5));
      assertThat(log.appendAll(List.of(samples.next(), samples.next())).join())
          .extracting(EventReceipt::number)
          .containsExactly(1L, 2L);
      verified(database, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void anExecutorThatTakesNothingKeepsNobodyWaiting(TestStore store) {
    var ended = java.util.concurrent.Executors.newSingleThreadExecutor();
    ended.shutdown();
    try (Database database = Database.open(store.fresh(folder));
        EventLog log = EventLog.open(database, HASTY, ended)) {
      assertThat(appended(log)).isEqualTo(1);
      assertThat(appended(log)).isEqualTo(2);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
