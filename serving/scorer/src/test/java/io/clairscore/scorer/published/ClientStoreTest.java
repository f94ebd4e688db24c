package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ClientIndex.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientStoreTest {
  @TempDir Path folder;

  private ClientStore store(List<byte[]> parts) throws IOException {
    ClientStore.writeIndex(folder, parts);
    NumberIndex.write(folder.resolve(ClientStore.PREVIOUS), new long[0]);
    NumberIndex.write(folder.resolve(ClientStore.BUREAU), new long[0]);
    return new ClientStore(folder, Files.readAllBytes(folder.resolve(ClientIndex.FILE)));
  }

  private ClientStore store(int shard, String document, int client) throws IOException {
    try (ShardWriter writer = new ShardWriter(folder, shard)) {
      writer.add(client, PublishedClient.member(document), new byte[0]);
      return store(List.of(writer.index()));
    }
  }

  @Test
  void findsWhoIsThereAndNobodyElse() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    TreeMap<Integer, Integer> scoresByClient = new TreeMap<>();
    while (scoresByClient.size() < 200) {
      scoresByClient.put(random.nextInt(1, 1000), random.nextInt(3));
    }
    List<byte[]> parts = new ArrayList<>();
    List<Integer> clients = List.copyOf(scoresByClient.keySet());
    for (int shard = 0; shard < 4; shard++) {
      try (ShardWriter writer = new ShardWriter(folder, shard)) {
        for (int client : clients.subList(shard * 50, shard * 50 + 50)) {
          String score = SmallVersions.score("2026-01-01");
          String scores = String.join(",", Collections.nCopies(scoresByClient.get(client), score));
          byte[] document = PublishedClient.member(SmallVersions.document(client, scores));
          writer.add(client, document, SmallVersions.scoring(client).bytes());
        }
        parts.add(writer.index());
      }
    }
    ClientStore store = store(parts);
    assertThat(store.size()).isEqualTo(200);
    for (int client = 0; client <= 1000; client++) {
      assertThat(store.find(client).map(found -> found.client() + " " + found.scores().size()))
          .isEqualTo(Optional.ofNullable(scoresByClient.get(client)).map(plus(client)));
      assertThat(store.contains(client)).isEqualTo(scoresByClient.containsKey(client));
      assertThat(store.scoring(client).map(ScoringRecord::client).isPresent())
          .isEqualTo(scoresByClient.containsKey(client));
    }
    assertThat(store.all().map(ClientRecord::client)).containsExactlyElementsOf(clients);
    assertThat(store(List.of()).find(1)).isEmpty();
  }

  private static Function<Integer, String> plus(int client) {
    return scores -> client + " " + scores;
  }

  @Test
  void aScoreIsToldWholeAndLaterColumnsDoNotHarm() throws IOException {
    String score = SmallVersions.score("2026-03-02").replace("{\"scoring", "{\"new\":1,\"scoring");
    ClientScore told =
        store(0, SmallVersions.document(7, score), 7).find(7).orElseThrow().scores().get(0);
    assertThat(told)
        .isEqualTo(
            new ClientScore(
                "2026-03-02",
                0.25,
                -1.5f,
                600,
                Level.LOW_RISK,
                Decision.ACCEPTED,
                true,
                List.of(new ClientScore.Reason("F", 0.5, -4, "G", false)),
                "run",
                3));
    assertThat(told.score())
        .isEqualTo(new Score(-1.5f, 0.25, 600, Level.LOW_RISK, Decision.ACCEPTED, true));
    String plain = score.replaceAll("\"reasons\":\\[.*?\\],", "");
    assertThat(store(1, SmallVersions.document(7, plain), 7).find(7).orElseThrow().scores())
        .allSatisfy(without -> assertThat(without.reasons()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"client\":7",
        "{\"client\":7,\"scores\":[]}",
        "{\"client\":7,\"dossier\":{\"application\":{\"NO_COLUMN\":1}},\"scores\":[]}",
        "{\"client\":7,\"dossier\":{\"application\":{}}}",
        "{\"client\":7,\"dossier\":{\"application\":{}},\"scores\":[{\"points\":1}]}",
        "{\"client\":8,\"dossier\":{\"application\":{}},\"scores\":[]}"
      })
  void aDocumentThatIsNoneOfTheClientIsRefused(String document) throws IOException {
    ClientStore store = store(0, document, 7);
    refused(() -> store.find(7), "shard-00000.gz");
  }

  @Test
  void aDamagedShardIsRefusedWhereverTheDamageIs() throws IOException {
    ClientStore store = store(2, SmallVersions.document(7, ""), 7);
    byte[] index = Files.readAllBytes(folder.resolve(ClientIndex.FILE));
    Path shard = folder.resolve("shard-00002.gz");
    byte[] whole = Files.readAllBytes(shard);
    // The header's time, flags and system say nothing of the document.
    for (int at = 10; at < whole.length; at++) {
      byte[] harmed = whole.clone();
      harmed[at] ^= 0x10;
      Files.write(shard, harmed);
      refused(() -> store.find(7), "shard-00002.gz");
    }
    Files.write(shard, Arrays.copyOf(whole, whole.length - 1));
    refused(() -> store.find(7), "it is cut off");
    Files.write(shard, whole);
    Files.delete(shard);
    assertThat(store.find(7)).as("what is open can be read").isPresent();
    ClientStore opened = store(List.of(index));
    refused(() -> opened.find(7), "there is no such file");
  }

  @Test
  void aDamagedScoringRecordIsRefused() throws IOException {
    try (ShardWriter writer = new ShardWriter(folder, 0)) {
      writer.add(7, PublishedClient.member("{}"), SmallVersions.scoring(7).bytes());
      writer.add(8, PublishedClient.member("{}"), SmallVersions.scoring(9).bytes());
      try (ClientStore store = store(List.of(writer.index()))) {
        assertThat(store.scoring(7).orElseThrow().reasons()).hasSize(2);
        refused(() -> store.scoring(8), "scoring-00000.bin", "another client");
        Path shard = folder.resolve("scoring-00000.bin");
        byte[] harmed = Files.readAllBytes(shard);
        harmed[11] ^= 1;
        Files.write(shard, harmed);
        refused(() -> store.scoring(7), "scoring-00000.bin", "checksum");
        Files.write(shard, Arrays.copyOf(harmed, 5));
        refused(() -> store.scoring(7), "it is cut off");
      }
    }
  }

  @Test
  void anIndexOutOfOrderOrCutOffIsRefused() {
    byte[] record = ClientIndex.record(7, 0, new Extent(0, 10), new Extent(0, 10));
    refused(() -> store(List.of(record, record)), "not in order");
    refused(() -> store(List.of(new byte[19])), "ends within a record");
  }

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContainingAll(words)
        .hasMessageContaining("Remedy");
  }
}
