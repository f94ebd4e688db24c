package io.clairscore.service.api;

import static io.clairscore.service.RunningService.Site.good;
import static io.clairscore.service.RunningService.Site.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.service.RunningService;
import io.clairscore.service.RunningService.Site;
import io.clairscore.service.http.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes are those that Triton's own client sends and reads. */
@ExtendWith(RunningService.class)
class InferenceRoutesTest {
  private static final String INFER = "/v2/models/clairscore/infer";
  private static final String HEAD = "Inference-Header-Content-Length";

  private static List<float[]> vectors(Site site) {
    return site.model()
        .clients()
        .clients()
        .limit(20)
        .mapToObj(client -> site.model().clients().scoring(client).orElseThrow())
        .map(ScoringRecord::features)
        .toList();
  }

  private static List<Score> scores(Site site) {
    return vectors(site).stream().map(site.model().scorer()::score).toList();
  }

  private static ObjectNode head(List<float[]> vectors) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("id", "one");
    ObjectNode input = request.putArray("inputs").addObject();
    input.put("name", "features").put("datatype", "FP32");
    input.putArray("shape").add(vectors.size()).add(vectors.get(0).length);
    return request;
  }

  @Test
  void vectorsInJsonGetTheScoresOfTheEngine(Site site) {
    List<float[]> vectors = vectors(site);
    ObjectNode request = head(vectors);
    ArrayNode data = ((ObjectNode) request.at("/inputs/0")).putArray("data");
    for (float[] vector : vectors) {
      ArrayNode row = data.addArray();
      for (float value : vector) {
        if (Float.isNaN(value)) {
          row.addNull();
        } else {
          row.add(value);
        }
      }
    }
    JsonNode answer = good(site.post(INFER, request.toString()));
    assertThat(answer.get("model_version").asText()).isEqualTo("v1");
    assertThat(answer.get("id").asText()).isEqualTo("one");
    assertThat(answer.at("/outputs").findValuesAsText("name"))
        .isEqualTo(List.of("margin", "probability", "points", "decision"));
    List<Score> scores = scores(site);
    for (int i = 0; i < scores.size(); i++) {
      assertThat((float) answer.at("/outputs/0/data/" + i).asDouble())
          .isEqualTo(scores.get(i).margin());
      assertThat(answer.at("/outputs/1/data/" + i).asDouble())
          .isEqualTo(scores.get(i).probability());
      assertThat(answer.at("/outputs/2/data/" + i).asInt()).isEqualTo(scores.get(i).points());
      assertThat(answer.at("/outputs/3/data/" + i).asText())
          .isEqualTo(scores.get(i).decision().name());
    }
  }

  @Test
  void vectorsInBinaryGetTheSameInBinary(Site site) {
    List<float[]> vectors = vectors(site);
    int features = vectors.get(0).length;
    ByteBuffer tensor =
        ByteBuffer.allocate(vectors.size() * features * 4).order(ByteOrder.LITTLE_ENDIAN);
    vectors.forEach(
        vector -> {
          for (float value : vector) {
            tensor.putFloat(value);
          }
        });
    ObjectNode request = head(vectors);
    ((ObjectNode) request.at("/inputs/0"))
        .putObject("parameters")
        .put("binary_data_size", tensor.capacity());
    request.putObject("parameters").put("binary_data_output", true);
    HttpResponse<byte[]> answer = site.send(binary(site, request, tensor.array()));
    assertThat(answer.statusCode()).isEqualTo(200);
    int length = Integer.parseInt(answer.headers().firstValue(HEAD).orElseThrow());
    JsonNode head = site.tree(new String(answer.body(), 0, length, StandardCharsets.UTF_8));
    assertThat(head.at("/outputs/0/parameters/binary_data_size").asInt())
        .isEqualTo(4 * vectors.size());
    ByteBuffer tail =
        ByteBuffer.wrap(answer.body(), length, answer.body().length - length)
            .order(ByteOrder.LITTLE_ENDIAN);
    List<Score> scores = scores(site);
    scores.forEach(score -> assertThat(tail.getFloat()).isEqualTo(score.margin()));
    scores.forEach(score -> assertThat(tail.getDouble()).isEqualTo(score.probability()));
    scores.forEach(score -> assertThat(tail.getInt()).isEqualTo(score.points()));
    scores.forEach(
        score -> {
          byte[] text = new byte[tail.getInt()];
          tail.get(text);
          assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(score.decision().name());
        });
    assertThat(tail.hasRemaining()).isFalse();
  }

  /** Without a type of content, as Triton's client sends it. */
  private static HttpRequest binary(Site site, JsonNode head, byte[] tail) {
    byte[] json = Json.write(head);
    byte[] body = ByteBuffer.allocate(json.length + tail.length).put(json).put(tail).array();
    return HttpRequest.newBuilder(site.address(INFER))
        .header(HEAD, Integer.toString(json.length))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  @Test
  void aClientLearnsWhatTheModelTakes(Site site) {
    assertThat(site.get("/v2/health/live").statusCode()).isEqualTo(200);
    assertThat(site.get("/v2/health/ready").statusCode()).isEqualTo(200);
    assertThat(good(site.get("/v2")).at("/extensions/0").asText()).isEqualTo("binary_tensor_data");
    for (String model : List.of("/v2/models/clairscore", "/v2/models/clairscore/versions/v1")) {
      assertThat(good(site.get(model)).at("/inputs/0/shape/1").asInt())
          .isEqualTo(site.model().manifest().features().size());
      assertThat(site.get(model + "/ready").statusCode()).isEqualTo(200);
      assertThat(good(site.get(model + "/config")).at("/max_batch_size").asInt()).isEqualTo(100);
    }
    for (String other : List.of("/v2/models/other", "/v2/models/clairscore/versions/v9")) {
      HttpResponse<byte[]> answer = site.get(other + "/ready");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(tree(answer).get("error").asText()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"inputs":[                                                            | JSON
          {"inputs":[]}                                                          | 0 inputs
          {"inputs":[{"name":"x"}]}                                              | name
          {"inputs":[{"name":"features","datatype":"INT64"}]}                    | datatype
          {"inputs":[{"name":"features","datatype":"FP32","shape":[1,2]}]}       | shape
          {"inputs":[{"name":"features","datatype":"FP32","shape":[101,N]}]}     | shape
          {"inputs":[{"name":"features","datatype":"FP32","shape":[1,N]}]}       | numbers
          {"inputs":[{"name":"features","datatype":"FP32","shape":[1,N],"data":[1]}]} | numbers
          {"inputs":[{"name":"features","datatype":"FP32","shape":[1,N],"data":D}]}   | infinite
          """)
  void whatIsNoneOfTheProtocolIsRefusedInItsWords(String body, String words, Site site) {
    int features = site.model().manifest().features().size();
    String data = "[1e39" + ",0".repeat(features - 1) + "]";
    HttpResponse<byte[]> answer =
        site.post(
            INFER + "?language=en",
            body.replace("N]", features + "]").replace(":D}", ":" + data + "}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(tree(answer).get("error").asText()).contains(words);
  }
}
