package io.clairscore.service.events;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.event.SampleEvents;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import io.clairscore.service.store.TestStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A database with events of both tables, the same for the same seed. */
record WrittenEvents(TestStore store, DatabaseConf conf, List<EventReceipt> receipts) {
  static final int COUNT = 40;

  static WrittenEvents in(TestStore store, Path folder) {
    DatabaseConf conf = store.fresh(folder);
    List<CompletableFuture<EventReceipt>> receipts = new ArrayList<>();
    SampleEvents samples = new SampleEvents(7);
    Random random = new Random(7);
    try (Database database = Database.open(conf);
        EventLog log = EventLog.open(database, EventsConf.DEFAULT)) {
      for (int i = 0; i < COUNT; i++) {
        receipts.add(
            random.nextInt(3) == 0 ? log.append(audit(random)) : log.append(samples.next()));
      }
    }
    return new WrittenEvents(store, conf, receipts.stream().map(CompletableFuture::join).toList());
  }

  /** An event about one of a hundred clients. */
  static AuditEvent audit(Random random) {
    long client = 100_001 + random.nextInt(100);
    AuditEntry entry =
        random.nextBoolean()
            ? new AuditEntry.FileRead(client, "review", List.of("profile"))
            : new AuditEntry.HumanDecision(
                client, 1L + random.nextInt(5), Decision.ACCEPTED, "revenu vérifié", true);
    return new AuditEvent(
        new Actor("account-" + random.nextInt(3), "ACCOUNT"),
        Long.toHexString(random.nextLong()),
        entry);
  }
}
