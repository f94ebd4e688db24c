package io.clairscore.service.model;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientStore;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clients of a served version. A file that is gone or damaged is no fault of who asks: it is a
 * {@link Refusal} with FAILED, which becomes 503, and the other clients are answered as ever.
 */
public final class PublishedClients {
  private final ClientStore store;

  PublishedClients(ClientStore store) {
    this.store = store;
  }

  /** Number of clients. */
  public int size() {
    return store.size();
  }

  /**
   * A client, if there is one of this number.
   *
   * @throws Refusal with FAILED if the client's file is absent or damaged
   */
  public Optional<ClientRecord> find(int client) {
    return ServedModel.reading(() -> store.find(client));
  }

  /** Every client in ascending order, each read when it is asked for. */
  public Stream<ClientRecord> all() {
    return store.all();
  }
}
