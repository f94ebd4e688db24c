package io.clairscore.service.model;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.ScoringRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

  /** Whether there is a client of this number; reads nothing. */
  public boolean contains(int client) {
    return store.contains(client);
  }

  /**
   * A client, if there is one of this number.
   *
   * @throws Refusal with FAILED if the client's file is absent or damaged
   */
  public Optional<ClientRecord> find(int client) {
    return ServedModel.reading(() -> store.find(client));
  }

  /**
   * What it takes to score a client, if there is one of this number.
   *
   * @throws Refusal with FAILED if the client's file is absent or damaged
   */
  public Optional<ScoringRecord> scoring(int client) {
    return ServedModel.reading(() -> store.scoring(client));
  }

  /**
   * The client who has a loan of this SK_ID_PREV, if there is one.
   *
   * @throws Refusal with FAILED if the index cannot be read
   */
  public OptionalInt ofPrevious(int number) {
    return ServedModel.reading(() -> store.ofPrevious(number));
  }

  /**
   * The client who has a credit of this SK_ID_BUREAU, if there is one.
   *
   * @throws Refusal with FAILED if the index cannot be read
   */
  public OptionalInt ofBureau(int number) {
    return ServedModel.reading(() -> store.ofBureau(number));
  }

  /** Every client in ascending order, each read when it is asked for. */
  public Stream<ClientRecord> all() {
    return store.all();
  }

  /** The numbers of all clients, ascending. */
  public IntStream clients() {
    return store.clients();
  }

  /** Closes its files. */
  void close() {
    try {
      store.close();
    } catch (IOException e) {
      throw VersionErrors.notClosed(e);
    }
  }
}
