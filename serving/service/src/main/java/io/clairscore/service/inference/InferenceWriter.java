package io.clairscore.service.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.scorer.Score;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.Reply;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes answers of the protocol. */
public final class InferenceWriter {
  /** Length of the JSON before binary tensors. */
  public static final String HEAD = "Inference-Header-Content-Length";

  private InferenceWriter() {}

  /**
   * The answer to a request.
   *
   * @param version of the model
   * @param scores one for each vector
   */
  public static Reply<Content> answer(
      String version, InferenceRequest request, List<Score> scores) {
    ObjectNode head = Json.MAPPER.createObjectNode();
    head.put("model_name", ModelMetadata.NAME).put("model_version", version);
    if (!request.id().isEmpty()) {
      head.put("id", request.id());
    }
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    var outputs = head.putArray("outputs");
    request
        .outputs()
        .forEach((output, binary) -> add(outputs.addObject(), output, binary, scores, tail));
    byte[] json = Json.write(head);
    if (!request.hasBinaryOutput()) {
      return Reply.of(new Content(Content.JSON, json));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(json.length + tail.size());
    body.writeBytes(json);
    body.writeBytes(tail.toByteArray());
    return Reply.of(new Content("application/octet-stream", body.toByteArray()))
        .with(HEAD, Integer.toString(json.length));
  }

  private static void add(
      ObjectNode node,
      Output output,
      boolean binary,
      List<Score> scores,
      ByteArrayOutputStream tail) {
    node.put("name", output.key()).put("datatype", output.datatype());
    node.putArray("shape").add(scores.size());
    if (binary) {
      byte[] bytes = output.binary(scores);
      node.putObject("parameters").put("binary_data_size", bytes.length);
      tail.writeBytes(bytes);
    } else {
      var data = node.putArray("data");
      scores.forEach(score -> output.json(score, data));
    }
  }
}
