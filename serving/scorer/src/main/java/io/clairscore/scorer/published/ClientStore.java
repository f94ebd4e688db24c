package io.clairscore.scorer.published;

import io.clairscore.features.files.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The client store of a published version: one client costs a binary search in the index, which is
 * held in memory, and one read of its document or of its scoring record. Immutable and thread-safe;
 * an interrupted thread harms neither itself nor others. Its files stay open, so that it can still
 * be read when its folder is gone, until it is closed.
 *
 * <p>{@code clients.index} says where ({@link ClientIndex}). {@code shard-NNNNN.gz} is a sequence
 * of gzip members, one or more per client, which together are the JSON document of a {@link
 * ClientRecord}. Being gzip members, the shards can be read whole by {@code zcat}, and each carries
 * its checksum. {@code scoring-NNNNN.bin} is a sequence of {@link ScoringRecord}s. {@code
 * previous.index} and {@code bureau.index} lead from the number of a credit to its client ({@link
 * NumberIndex}).
 */
public final class ClientStore implements Closeable {
  static final String PREVIOUS = "previous.index";
  static final String BUREAU = "bureau.index";

  private final Path folder;
  private final ClientIndex index;
  private final NumberIndex previous;
  private final NumberIndex bureau;
  private final Map<Integer, KeptFile> documents = new ConcurrentHashMap<>();
  private final Map<Integer, KeptFile> records = new ConcurrentHashMap<>();

  /** The store of a folder, by the content of its index. */
  ClientStore(Path folder, byte[] index) {
    this.folder = folder;
    this.index = new ClientIndex(folder.resolve(ClientIndex.FILE), index);
    this.previous = new NumberIndex(folder.resolve(PREVIOUS));
    this.bureau = new NumberIndex(folder.resolve(BUREAU));
  }

  static String documentsName(int shard) {
    return String.format("shard-%05d.gz", shard);
  }

  static String scoringName(int shard) {
    return String.format("scoring-%05d.bin", shard);
  }

  /**
   * Writes the index of a folder of shards from their parts, and returns how many clients it has.
   */
  static long writeIndex(Path folder, List<byte[]> parts) throws IOException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      records.write(part);
    }
    DurableFiles.replace(folder.resolve(ClientIndex.FILE), records.toByteArray());
    return records.size() / ClientIndex.RECORD;
  }

  /** Number of clients. */
  public int size() {
    return index.size();
  }

  /** Whether the store has a client of this number; reads nothing. */
  public boolean contains(int client) {
    return index.find(client) >= 0;
  }

  /**
   * A client, if the store has one of this number.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if the client's shard is absent or
   *     damaged
   */
  public Optional<ClientRecord> find(int client) {
    int at = index.find(client);
    return at < 0 ? Optional.empty() : Optional.of(document(at));
  }

  /**
   * What it takes to score a client, if the store has one of this number.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if the client's shard is absent or
   *     damaged
   */
  public Optional<ScoringRecord> scoring(int client) {
    int at = index.find(client);
    if (at < 0) {
      return Optional.empty();
    }
    KeptFile shard = file(records, index.shard(at), ClientStore::scoringName);
    try {
      return Optional.of(ScoringRecord.of(client, read(shard, index.scoring(at))));
    } catch (IOException e) {
      throw PublishedErrors.damaged(shard.path(), e);
    }
  }

  /**
   * The client who has a loan of this SK_ID_PREV, if there is one.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if the index is damaged
   */
  public OptionalInt ofPrevious(int number) {
    return previous.client(number);
  }

  /**
   * The client who has a credit of this SK_ID_BUREAU, if there is one.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if the index is damaged
   */
  public OptionalInt ofBureau(int number) {
    return bureau.client(number);
  }

  /** Every client in ascending order, each read when it is asked for. */
  public Stream<ClientRecord> all() {
    return IntStream.range(0, size()).mapToObj(this::document);
  }

  /** The numbers of all clients, ascending. */
  public IntStream clients() {
    return IntStream.range(0, size()).map(index::client);
  }

  private ClientRecord document(int at) {
    KeptFile shard = file(documents, index.shard(at), ClientStore::documentsName);
    try {
      byte[] members = read(shard, index.document(at));
      try (GZIPInputStream document = new GZIPInputStream(new ByteArrayInputStream(members))) {
        ClientRecord record =
            ClientRecord.read(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        if (record.client() != index.client(at)) {
          throw new IOException("the index names another client than the document");
        }
        return record;
      }
    } catch (IOException e) {
      throw PublishedErrors.damaged(shard.path(), e);
    }
  }

  private KeptFile file(Map<Integer, KeptFile> kept, int shard, IntFunction<String> name) {
    KeptFile known = kept.get(shard);
    return known != null
        ? known
        : kept.computeIfAbsent(shard, absent -> new KeptFile(folder.resolve(name.apply(absent))));
  }

  private static byte[] read(KeptFile shard, ClientIndex.Extent extent) throws IOException {
    return shard.read(extent.offset(), extent.length());
  }

  /** Closes its files; who reads afterwards is at fault. */
  @Override
  public void close() throws IOException {
    previous.close();
    bureau.close();
    for (Map<Integer, KeptFile> kept : List.of(documents, records)) {
      for (KeptFile file : kept.values()) {
        file.close();
      }
    }
  }
}
