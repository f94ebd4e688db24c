package io.clairscore.service.model;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.published.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model that answers: that of the version {@code published/current} names. It looks at the
 * pointer again and again; a new version is opened, proved and warmed up beside the one that
 * answers, and takes its place in one step. One that does not hold is not served: the old one
 * stays, and {@link #lastAttempt} says why. A request works with one version from beginning to end.
 */
public final class LiveModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Published published;
  private final List<Consumer<ServedModel>> followers = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "model-watch");
            thread.setDaemon(true);
            return thread;
          });

  private volatile ServedModel current;
  private volatile Attempt lastAttempt = new Attempt(Instant.EPOCH, "", Optional.empty());

  public LiveModel(Published published) {
    this.published = published;
  }

  /** Opens the live version if it holds, and watches the pointer from then on. */
  public void start() {
    look();
    watch.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The model that answers; empty until one holds. */
  public Optional<ServedModel> current() {
    return Optional.ofNullable(current);
  }

  public Attempt lastAttempt() {
    return lastAttempt;
  }

  public Published published() {
    return published;
  }

  /** Is told of each model before it answers; what it throws keeps the model from answering. */
  public void follow(Consumer<ServedModel> follower) {
    followers.add(follower);
  }

  /** Looks at the pointer now, instead of within a second. */
  public synchronized void look() {
    String wanted = "";
    try {
      wanted = published.current().orElse("");
      boolean served = current != null && current.name().equals(wanted);
      boolean refused = lastAttempt.version().equals(wanted) && lastAttempt.failure().isPresent();
      if (!served && !(refused && isRecent())) {
        serve(wanted);
      }
    } catch (RuntimeException | Error fault) {
      keep(wanted, fault);
    }
  }

  /** A version that was refused is tried again after a while: a disk may have come back. */
  private boolean isRecent() {
    return lastAttempt.when().isAfter(Instant.now().minus(LOOK.multipliedBy(10)));
  }

  private void serve(String wanted) {
    ServedModel next =
        ServedModel.open(wanted.isEmpty() ? published.live() : published.version(wanted));
    next.warmUp();
    followers.forEach(follower -> follower.accept(next));
    current = next;
    lastAttempt = new Attempt(Instant.now(), next.name(), Optional.empty());
    LOG.info("serving version {}, model {}", next.name(), next.run());
  }

  private void keep(String wanted, Throwable fault) {
    String words = fault instanceof Refusal ? fault.getMessage() : fault.toString();
    boolean news = !lastAttempt.failure().equals(Optional.of(words));
    lastAttempt = new Attempt(Instant.now(), wanted, Optional.of(words));
    if (news) {
      LOG.error(
          "version {} is not served, {} stays: {}",
          wanted,
          current().map(ServedModel::name).orElse("none"),
          words);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
