package io.clairscore.service.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was opened beside a model and lives as long as it: one of a kind. Thread-safe. */
final class Companions implements AutoCloseable {
  private final Map<Class<?>, AutoCloseable> byType = new ConcurrentHashMap<>();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  synchronized void add(Class<?> type, AutoCloseable companion) {
    byType.put(type, companion);
    opened.push(companion);
  }

  <T> T get(Class<T> type) {
    AutoCloseable companion = byType.get(type);
    if (companion == null) {
      throw new IllegalStateException("Nobody follows the model with a " + type.getName());
    }
    return type.cast(companion);
  }

  /** Closes them, the last first. One that fails does not keep the others open. */
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        throw VersionErrors.notClosed(e);
      }
    }
  }
}
