package io.clairscore.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.scorer.event.Actor;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.EventLog;
import io.clairscore.service.events.EventsConf;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFilesTest {
  private static final AuditEvent LOOK =
      new AuditEvent(
          new Actor("somebody", "ACCOUNT"),
          "request",
          new AuditEntry.FileRead(100_001L, "audit", List.of("profile")));

  @TempDir Path folder;

  @Test
  void nothingIsAnsweredThatCouldNotBeRecorded() {
    try (Database database = Database.open(DatabaseConf.sqlite(folder.resolve("events.db")))) {
      EventLog log = EventLog.open(database, EventsConf.DEFAULT);
      Reply<String> good = ClientFiles.recorded(log.append(LOOK), receipt -> "answer");
      assertThat(good.body().join()).isEqualTo("answer");
      log.close();
      Reply<String> bad = ClientFiles.recorded(log.append(LOOK), receipt -> "answer");
      assertThatThrownBy(() -> bad.body().join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_RECORDED));
    }
  }
}
