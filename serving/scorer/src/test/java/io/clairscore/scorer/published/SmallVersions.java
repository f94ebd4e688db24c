package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Words;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Versions of three clients, without Spark; as a program it publishes one and may be killed. */
public final class SmallVersions {
  private static final List<Integer> CLIENTS = List.of(100_001, 100_004, 200_000);

  private SmallVersions() {}

  static String document(int client, String scores) {
    return "{\"client\":%d,\"dossier\":{\"application\":{\"SK_ID_CURR\":%d}},\"scores\":[%s]}"
        .formatted(client, client, scores);
  }

  static String score(String date) {
    return "{\"scoring_date\":\"%s\",\"probability\":0.25,\"margin\":-1.5,\"points\":600,"
            .formatted(date)
        + "\"level\":\"LOW_RISK\",\"decision\":\"ACCEPTED\",\"to_review\":true,"
        + "\"reasons\":[{\"feature\":\"F\",\"contribution\":0.5,\"points\":-4,\"group\":\"G\","
        + "\"absent\":false}],\"bundle\":\"run\",\"features_version\":3}";
  }

  static ScoringRecord scoring(int client) {
    ObjectNode application = JsonNodeFactory.instance.objectNode().put("SK_ID_CURR", client);
    return new ScoringRecord(
        client,
        new float[] {0.5f, Float.NaN, -0f},
        List.of(new ReasonPoints(2, -7), new ReasonPoints(0, 3)),
        ScoringRecord.compressed(application));
  }

  /** Publishes a version of a model, of two shards. */
  public static VersionManifest publish(Path folder, String name, String model) throws IOException {
    VersionWriter writer = new Published(folder).begin(name);
    Path bundle = Files.createDirectories(folder.resolveSibling("bundle-" + model));
    Files.writeString(bundle.resolve("bundle.json"), model);
    writer.bundle(bundle);
    List<byte[]> parts = new ArrayList<>();
    for (int shard = 0; shard < 2; shard++) {
      try (ShardWriter clients = new ShardWriter(writer.clients(), shard)) {
        for (int client : shard == 0 ? CLIENTS.subList(0, 2) : CLIENTS.subList(2, 3)) {
          String document = document(client, client == 200_000 ? score("2026-03-02") : "");
          clients.add(client, PublishedClient.member(document), scoring(client).bytes());
        }
        parts.add(clients.index());
      }
    }
    writer.index(parts);
    writer.numbers(
        List.of(new long[] {VersionWriter.number(9, 200_000), VersionWriter.number(5, 100_001)}),
        List.of());
    writer.population(file -> Files.writeString(file, "rows"));
    writer.profiles(List.of(new FeatureProfile("F", 3, 0, 1.5, 0.5, 1.0, 2.0, Map.of("0.5", 1.5))));
    writer.presentation(new PublishedPresentation(Words.EUROS, ReasonLimits.DEFAULT));
    writer.model("metrics", JsonNodeFactory.instance.objectNode().put("auc", 0.76));
    writer.model("ladder", JsonNodeFactory.instance.arrayNode());
    return writer.complete("publishing", model, Map.of("dossiers", 4L));
  }

  /** Folder, version: publishes it, makes it live and keeps one version, as the export does. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Published published = new Published(folder);
    published.use(publish(folder, arguments[1], "run").version());
    published.prune(1, Set.of());
  }
}
