package io.clairscore.service.inference;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.service.http.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads requests of the protocol. */
public final class InferenceReader {
  private static final String PARAMETERS = "parameters";
  private static final String SIZE = "binary_data_size";

  private final int features;
  private final int most;

  /**
   * A reader.
   *
   * @param features values of a vector
   * @param most most vectors of a request
   */
  public InferenceReader(int features, int most) {
    this.features = features;
    this.most = most;
  }

  /**
   * Reads a request.
   *
   * @param head bytes of JSON before the binary tensors, as the header says; empty if all is JSON
   * @throws io.clairscore.features.refusal.Refusal with USAGE if it is none
   */
  public InferenceRequest read(byte[] body, OptionalInt head) {
    int length = head.orElse(body.length);
    if (length < 0 || length > body.length) {
      throw InferenceErrors.head(body.length);
    }
    JsonNode request = Json.read(Arrays.copyOf(body, length), JsonNode.class);
    ByteBuffer tail =
        ByteBuffer.wrap(body, length, body.length - length).order(ByteOrder.LITTLE_ENDIAN);
    JsonNode inputs = request.path("inputs");
    if (inputs.size() != 1) {
      throw InferenceErrors.input(inputs.size());
    }
    return new InferenceRequest(
        request.path("id").asText(), vectors(inputs.get(0), tail), outputs(request));
  }

  private List<float[]> vectors(JsonNode input, ByteBuffer tail) {
    if (!input.path("name").asText().equals(ModelMetadata.INPUT)) {
      throw InferenceErrors.inputName();
    }
    if (!input.path("datatype").asText().equals("FP32")) {
      throw InferenceErrors.datatype();
    }
    JsonNode shape = input.path("shape");
    int count = shape.path(0).asInt();
    if (shape.size() != 2 || count < 1 || count > most || shape.path(1).asInt() != features) {
      throw InferenceErrors.shape(features, most);
    }
    float[] values = new float[count * features];
    JsonNode size = input.path(PARAMETERS).path(SIZE);
    if (size.isMissingNode()) {
      if (fill(values, 0, input.path("data")) != values.length || tail.hasRemaining()) {
        throw InferenceErrors.data(values.length);
      }
    } else {
      if (size.asInt() != tail.remaining() || size.asInt() != values.length * Float.BYTES) {
        throw InferenceErrors.data(values.length);
      }
      tail.asFloatBuffer().get(values);
    }
    List<float[]> vectors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float[] vector = Arrays.copyOfRange(values, i * features, (i + 1) * features);
      requireFinite(vector, i);
      vectors.add(vector);
    }
    return vectors;
  }

  /** Fills in the numbers of an array of any depth, and returns where the next would stand. */
  private static int fill(float[] values, int from, JsonNode data) {
    if (!data.isArray()) {
      throw InferenceErrors.data(values.length);
    }
    int next = from;
    for (JsonNode item : data) {
      if (item.isArray()) {
        next = fill(values, next, item);
      } else if (next < values.length && (item.isNumber() || item.isNull())) {
        values[next++] = item.isNull() ? Float.NaN : (float) item.doubleValue();
      } else {
        throw InferenceErrors.data(values.length);
      }
    }
    return next;
  }

  private static void requireFinite(float[] vector, int place) {
    for (int i = 0; i < vector.length; i++) {
      if (Float.isInfinite(vector[i])) {
        throw InferenceErrors.notFinite(place, i);
      }
    }
  }

  /** What is wanted: all of it, unless some is named. */
  private static Map<Output, Boolean> outputs(JsonNode request) {
    boolean binary = request.path(PARAMETERS).path("binary_data_output").asBoolean();
    Map<Output, Boolean> wanted = new LinkedHashMap<>();
    for (JsonNode output : request.path("outputs")) {
      wanted.put(
          Output.keyed(output.path("name").asText()).orElseThrow(InferenceErrors::output),
          output.path(PARAMETERS).path("binary_data").asBoolean(binary));
    }
    if (wanted.isEmpty()) {
      Arrays.stream(Output.values()).forEach(output -> wanted.put(output, binary));
    }
    return wanted;
  }
}
