package io.clairscore.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.Actor;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.SmallPublication;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.http.Json;
import io.clairscore.service.model.VersionChange.Order;
import io.clairscore.service.store.Database;
import io.clairscore.service.store.DatabaseConf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a model, without HTTP: two versions of different models over the same clients. */
class LiveModelTest {
  private static final Order ADMINISTRATOR = new Order(new Actor("anne", "ACCOUNT"), "request-1");

  @TempDir private static Path made;
  @TempDir private Path folder;
  private Published published;
  private Database database;
  private LiveModel live;

  @BeforeAll
  static void publishTwoVersions() throws IOException {
    Published versions = PublishedFixture.live(made.resolve("published"));
    PublishedFixture.publish(versions, "v2", SmallPublication.of(2, "run-2"));
  }

  @BeforeEach
  void begin() throws IOException {
    published = new Published(folder.resolve("published"));
    copy(made.resolve("published"), published.folder());
    database = Database.open(DatabaseConf.sqlite(folder.resolve("service.db")));
    live = begun();
  }

  @AfterEach
  void close() {
    live.close();
    database.close();
  }

  private LiveModel begun() {
    LiveModel begun = fresh();
    begun.look();
    return begun;
  }

  private LiveModel fresh() {
    return new LiveModel(
        published,
        new ServedVersions(database, new AuditTrail(database)),
        new LiveModel.WarmUp(Duration.ZERO, Duration.ZERO));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /** A version like another one, of which a byte of a file is changed. */
  private String corrupt(String like, String name, String file) throws IOException {
    Path copy = published.folder().resolve(name);
    copy(published.folder().resolve(like), copy);
    Path manifest = copy.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("\"version\" : \"" + like + "\"", "\"version\" : \"" + name + "\"")
            .replace("\"version\":\"" + like + "\"", "\"version\":\"" + name + "\""));
    Path harmed = copy.resolve(file);
    byte[] bytes = Files.readAllBytes(harmed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(harmed, bytes);
    return name;
  }

  private void point(String version) throws IOException {
    Files.writeString(published.folder().resolve(Published.CURRENT), version + "\n");
  }

  private String serving() {
    return live.current().orElseThrow().name();
  }

  @Test
  void tenSwapsUnderLoadTwoOfThemToHarmedVersionsFailNoRequestAndMixNothing() throws Exception {
    List<String> harmed =
        List.of(
            corrupt("v2", "bad-model", "bundle/model.json"),
            corrupt("v1", "bad-clients", "clients/shard-00000.gz"));
    List<Integer> clients =
        live.current().orElseThrow().clients().clients().limit(20).boxed().toList();
    Map<String, Float> margins = new ConcurrentHashMap<>();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger answered = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(2);
    List<Future<?>> calls =
        IntStream.range(0, 2)
            .<Future<?>>mapToObj(
                caller ->
                    callers.submit(
                        () -> {
                          while (!over.get()) {
                            clients.forEach(client -> score(client, margins));
                            answered.addAndGet(clients.size());
                            // Callers pause, or swaps would wait for a processor and prove no more.
                            LockSupport.parkNanos(2_000_000);
                          }
                        }))
            .toList();
    for (int swap = 0; swap < 10; swap++) {
      String before = serving();
      boolean bad = swap % 5 == 4;
      String next = bad ? harmed.get(swap / 5) : before.equals("v1") ? "v2" : "v1";
      point(next);
      live.look();
      assertThat(serving()).as("swap %d to %s", swap, next).isEqualTo(bad ? before : next);
      assertThat(live.lastAttempt().version()).isEqualTo(next);
      assertThat(live.lastAttempt().failure().isPresent()).isEqualTo(bad);
    }
    over.set(true);
    for (Future<?> call : calls) {
      call.get();
    }
    callers.shutdown();
    assertThat(answered.get()).as("scores under load").isGreaterThan(200);
    assertThat(margins).as("each client by each of two models").hasSize(2 * clients.size());
  }

  /** Each version scores a client always alike: an answer of two versions would be a third one. */
  private void score(int client, Map<String, Float> margins) {
    LiveModel.Hold hold = live.during();
    try {
      ServedModel model = live.current().orElseThrow();
      float margin =
          model.scorer().score(model.clients().scoring(client).orElseThrow().features()).margin();
      Float known = margins.putIfAbsent(model.run() + " " + client, margin);
      assertThat(known == null || known == margin).as("one answer of a version").isTrue();
    } finally {
      hold.close();
    }
  }

  @Test
  void whatAVersionHoldsOpenIsClosedAfterTheLastRequestThatSawIt() throws IOException {
    List<String> closed = new CopyOnWriteArrayList<>();
    live.close();
    live = fresh();
    live.follow(Beside.class, model -> new Beside(model.name(), closed));
    live.look();
    LiveModel.Hold early = live.during();
    ServedModel old = live.current().orElseThrow();
    point("v2");
    live.look();
    LiveModel.Hold late = live.during();
    int client = old.clients().clients().findFirst().orElseThrow();
    assertThat(closed).isEmpty();
    assertThat(old.clients().scoring(client)).isPresent();
    assertThat(old.companion(Beside.class).name()).isEqualTo("v1");
    early.close();
    assertThat(closed).containsExactly("v1");
    assertThatThrownBy(() -> old.clients().scoring(client)).isInstanceOf(Refusal.class);
    assertThat(live.current().orElseThrow().clients().scoring(client)).isPresent();
    late.close();
  }

  private record Beside(String name, List<String> closed) implements AutoCloseable {
    @Override
    public void close() {
      closed.add(name);
    }
  }

  @Test
  void whatCannotBeOpenedBesideAVersionKeepsItFromAnswering() throws IOException {
    live.follow(
        Beside.class,
        model -> {
          throw new IllegalStateException("no population of " + model.name());
        });
    point("v2");
    live.look();
    assertThat(serving()).isEqualTo("v1");
    assertThat(live.lastAttempt().failure().orElseThrow()).contains("no population of v2");
  }

  @Test
  void goingBackServesTheVersionOfBeforeAlsoAfterARestart() {
    assertThat(live.before()).isEmpty();
    assertThatThrownBy(() -> live.rollBack(ADMINISTRATOR)).hasMessageContaining("go back to");
    live.use("v2", ADMINISTRATOR);
    assertThat(serving()).isEqualTo("v2");
    assertThat(published.current()).hasValue("v2");
    live.close();
    live = begun();
    assertThat(live.before()).hasValue("v1");
    assertThat(live.rollBack(ADMINISTRATOR).name()).isEqualTo("v1");
    assertThat(published.current()).hasValue("v1");
    assertThat(live.before()).isEmpty();
    assertThat(audited()).containsExactly("start v1", "use v2", "start v2", "rollback v1");
  }

  /** What the audit trail says of versions: how, which, and whether it was refused. */
  private List<String> audited() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select payload from audit_events where kind = 'MODEL_CHANGE'"
                        + " order by event_id")
                .map((row, context) -> change(row.getString(1)))
                .list());
  }

  private static String change(String payload) {
    try {
      JsonNode change = Json.MAPPER.readTree(payload);
      return change.get("change").asText()
          + " "
          + change.get("to").asText()
          + (change.get("done").asBoolean() ? "" : " refused");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aVersionThatDoesNotHoldLeavesThePointerAlone() throws IOException {
    String bad = corrupt("v2", "bad", "profiles.json");
    assertThatThrownBy(() -> live.use(bad, ADMINISTRATOR)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> live.use("none", ADMINISTRATOR)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> live.use("../v2", ADMINISTRATOR)).isInstanceOf(Refusal.class);
    assertThat(published.current()).hasValue("v1");
    assertThat(serving()).isEqualTo("v1");
    assertThat(audited())
        .containsExactly("start v1", "use bad refused", "use none refused", "use ../v2 refused");
  }

  @Test
  void aFolderThatIsGoneLeavesWhatIsInMemoryAndIsTold() throws IOException {
    live.look();
    assertThat(live.files()).hasValue(FilesState.WHOLE);
    ServedModel model = live.current().orElseThrow();
    float[] vector = model.bundle().golden().get(0).features();
    float margin = model.scorer().score(vector).margin();
    Path away = folder.resolve("away");
    Files.move(published.folder(), away);
    live.look();
    assertThat(live.files()).hasValue(FilesState.GONE);
    assertThat(live.current().orElseThrow().scorer().score(vector).margin()).isEqualTo(margin);
    assertThatThrownBy(() -> ServedModel.reading(model.files()::profiles))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FAILED));
    FolderSwap.remove(away);
  }

  @Test
  void filesThatChangedUnderTheRunningServiceAreFoundOut() throws IOException {
    Path profiles = published.folder().resolve("v1/profiles.json");
    byte[] bytes = Files.readAllBytes(profiles);
    bytes[bytes.length / 2] ^= 1;
    Files.write(profiles, bytes);
    assertThat(live.files()).hasValue(FilesState.OPENED);
    live.look();
    assertThat(live.files()).hasValue(FilesState.HARMED);
    assertThat(serving()).isEqualTo("v1");
  }
}
