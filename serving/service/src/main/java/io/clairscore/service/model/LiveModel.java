package io.clairscore.service.model;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.published.Published;
import io.clairscore.service.model.VersionChange.Order;
import io.clairscore.service.model.VersionChange.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model that answers: that of the version {@code published/current} names. It looks at the
 * pointer again and again; a new version is opened, proved and warmed up beside the one that
 * answers, and takes its place in one step. One that does not hold is not served: the old one
 * stays, and {@link #lastAttempt} says why. A request takes {@link #current} once, within {@link
 * #during}, and works with one version from beginning to end; what a version holds open is closed
 * after the last request that may have seen it.
 */
public final class LiveModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Published published;
  private final Preparation preparation;
  private final ChangeLog changes;
  private final WarmUp warmUp;
  private final InFlight requests = new InFlight();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "model-watch");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Serving serving;
  private volatile Attempt lastAttempt = new Attempt(Instant.EPOCH, "", Optional.empty());

  /**
   * A model that answers.
   *
   * @param mark what its version looked like when it was opened
   * @param files what is known of its files
   */
  private record Serving(ServedModel model, String mark, FilesState files) {}

  /**
   * How long a model answers for itself before it answers others.
   *
   * @param first of the first one: a start takes as much longer
   * @param next of those after it, which others wait for gladly
   */
  record WarmUp(Duration first, Duration next) {
    private static final WarmUp STANDARD =
        new WarmUp(Duration.ofMillis(150), Duration.ofSeconds(1));
  }

  public LiveModel(Published published, VersionJournal journal) {
    this(published, journal, WarmUp.STANDARD);
  }

  LiveModel(Published published, VersionJournal journal, WarmUp warmUp) {
    this.published = published;
    this.warmUp = warmUp;
    this.preparation = new Preparation(published);
    this.changes = new ChangeLog(journal);
  }

  /** Opens the live version if it holds, and watches the pointer from then on. */
  public void start() {
    look();
    watch.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The model that answers; empty until one holds. */
  public Optional<ServedModel> current() {
    Serving now = serving;
    return now == null ? Optional.empty() : Optional.of(now.model());
  }

  public Attempt lastAttempt() {
    return lastAttempt;
  }

  /** The version that {@link #rollBack} would go back to, if there is one. */
  public Optional<String> before() {
    return changes.before();
  }

  public Published published() {
    return published;
  }

  /** What is known of the files of the version that answers; empty if none does. */
  public Optional<FilesState> files() {
    Serving now = serving;
    if (now == null) {
      return Optional.empty();
    }
    boolean there = published.mark(now.model().name()).isPresent();
    return Optional.of(there ? now.files() : FilesState.GONE);
  }

  /**
   * Opens something beside each model before it answers; what the maker throws keeps the model from
   * answering. It is found by {@link ServedModel#companion}.
   */
  public <T extends AutoCloseable> void follow(Class<T> type, Function<ServedModel, T> maker) {
    preparation.follow(type, maker);
  }

  /**
   * Begins a request: as long as the hold is not let go, nothing is closed that {@link #current}
   * may have given since.
   */
  public Hold during() {
    return requests.enter()::leave;
  }

  /** Lets go of what a request may have seen. */
  @FunctionalInterface
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Looks at the pointer now, instead of within a second. */
  public synchronized void look() {
    changes.retry();
    String wanted = "";
    try {
      wanted = published.current().orElse("");
      if (!isServed(wanted) && !wasRefusedLately(wanted)) {
        swapTo(wanted);
      } else if (serving != null && serving.files() == FilesState.OPENED) {
        prove(serving);
      }
    } catch (RuntimeException | Error fault) {
      keep(Order.POINTER, step(), wanted, fault);
    }
  }

  /**
   * Makes a version live, after it was proved.
   *
   * @return what answers now
   * @throws Refusal with DATA or MODEL if it does not hold, with FAILED if the pointer cannot be
   *     moved; then the old version stays
   */
  public ServedModel use(String version, Order order) {
    return changed(() -> version, Step.USE, order);
  }

  /**
   * Goes back to the version that answered before.
   *
   * @throws Refusal with DATA if there is none, and as {@link #use} does
   */
  public ServedModel rollBack(Order order) {
    return changed(
        () -> changes.before().orElseThrow(VersionErrors::nothingBefore), Step.ROLLBACK, order);
  }

  private synchronized ServedModel changed(Supplier<String> choice, Step step, Order order) {
    String version = choice.get();
    if (isServed(version)) {
      throw VersionErrors.serves(version);
    }
    try {
      Serving next =
          new Serving(preparation.of(version, warmUp.next()), mark(version), FilesState.WHOLE);
      try {
        published.use(version);
      } catch (RuntimeException | Error fault) {
        next.model().close();
        throw fault;
      }
      serve(next, order, step);
      return next.model();
    } catch (RuntimeException | Error fault) {
      keep(order, step, version, fault);
      throw fault;
    }
  }

  private boolean isServed(String wanted) {
    return serving != null
        && serving.model().name().equals(wanted)
        && published.mark(wanted).equals(Optional.of(serving.mark()));
  }

  /** A version that was refused is tried again after a while: a disk may have come back. */
  private boolean wasRefusedLately(String wanted) {
    return lastAttempt.version().equals(wanted)
        && lastAttempt.failure().isPresent()
        && lastAttempt.when().isAfter(Instant.now().minus(LOOK.multipliedBy(10)));
  }

  /** The first version answers once what it holds in memory is proved; the rest is read after. */
  private void swapTo(String wanted) {
    boolean first = serving == null;
    String version = wanted.isEmpty() ? published.live().manifest().version() : wanted;
    String mark = mark(version);
    if (!first) {
      published.version(version).verify();
    }
    ServedModel next = preparation.of(version, first ? warmUp.first() : warmUp.next());
    serve(
        new Serving(next, mark, first ? FilesState.OPENED : FilesState.WHOLE),
        Order.POINTER,
        step());
  }

  private String mark(String version) {
    return published.mark(version).orElse("");
  }

  private Step step() {
    return serving == null ? Step.START : Step.SWAP;
  }

  private void prove(Serving now) {
    FilesState found = published.isWhole(now.model().name()) ? FilesState.WHOLE : FilesState.HARMED;
    serving = new Serving(now.model(), now.mark(), found);
    if (found == FilesState.HARMED) {
      LOG.error("files of version {} differ from what was published", now.model().name());
    }
  }

  private void serve(Serving next, Order order, Step step) {
    Serving old = serving;
    serving = next;
    lastAttempt = new Attempt(Instant.now(), next.model().name(), Optional.empty());
    LOG.info("serving version {}, model {}", next.model().name(), next.model().run());
    changes.add(
        new VersionChange(
            lastAttempt.when(),
            order,
            step,
            Optional.ofNullable(old).map(before -> before.model().name()),
            next.model().name(),
            Optional.of(next.model().run()),
            Optional.empty()));
    if (old != null) {
      requests.whenThoseLeft().thenRun(() -> close(old.model()));
    }
  }

  private static void close(ServedModel model) {
    try {
      model.close();
      LOG.info("version {} is closed: its last request is over", model.name());
    } catch (RuntimeException fault) {
      LOG.error("version {} is not closed: {}", model.name(), fault.getMessage());
    }
  }

  private void keep(Order order, Step step, String wanted, Throwable fault) {
    String words = fault instanceof Refusal ? fault.getMessage() : fault.toString();
    boolean news =
        !lastAttempt.failure().equals(Optional.of(words)) || !lastAttempt.version().equals(wanted);
    lastAttempt = new Attempt(Instant.now(), wanted, Optional.of(words));
    if (news) {
      Optional<String> stays = current().map(ServedModel::name);
      LOG.error("version {} is not served, {} stays: {}", wanted, stays.orElse("none"), words);
      changes.add(
          new VersionChange(
              lastAttempt.when(),
              order,
              step,
              stays,
              wanted,
              Optional.empty(),
              Optional.of(words)));
    }
  }

  /** Looks no more, and closes what the last version holds open after its last request. */
  @Override
  public void close() {
    // Not interrupted: a version that is just being read would look harmed.
    watch.shutdown();
    synchronized (this) {
      if (serving != null) {
        ServedModel last = serving.model();
        requests.whenThoseLeft().thenRun(() -> close(last));
      }
    }
  }
}
