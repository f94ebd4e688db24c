package io.clairscore.service.model;

import io.clairscore.scorer.published.Published;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes a version ready to answer: opened, proved, warm, with its companions. */
final class Preparation {
  private final Published published;
  private final Map<Class<?>, Function<ServedModel, ? extends AutoCloseable>> makers =
      new ConcurrentHashMap<>();

  Preparation(Published published) {
    this.published = published;
  }

  <T extends AutoCloseable> void follow(Class<T> type, Function<ServedModel, T> maker) {
    makers.put(type, maker);
  }

  /**
   * A version that is ready.
   *
   * @throws io.clairscore.features.refusal.Refusal if it does not hold; nothing of it stays open
   */
  ServedModel of(String version, Duration warmUp) {
    ServedModel next = ServedModel.open(published.version(version));
    try {
      makers.forEach((type, maker) -> next.companions().add(type, maker.apply(next)));
      next.warmUp(warmUp);
      return next;
    } catch (RuntimeException | Error fault) {
      next.close();
      throw fault;
    }
  }
}
