package io.clairscore.service.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.clairscore.scorer.Score;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the model answers of each vector: one tensor each, of one value per vector. */
enum Output {
  MARGIN("FP32") {
    @Override
    void json(Score score, ArrayNode data) {
      data.add(score.margin());
    }

    @Override
    ByteBuffer binary(Score score) {
      return little(Float.BYTES).putFloat(score.margin());
    }
  },
  PROBABILITY("FP64") {
    @Override
    void json(Score score, ArrayNode data) {
      data.add(score.probability());
    }

    @Override
    ByteBuffer binary(Score score) {
      return little(Double.BYTES).putDouble(score.probability());
    }
  },
  POINTS("INT32") {
    @Override
    void json(Score score, ArrayNode data) {
      data.add(score.points());
    }

    @Override
    ByteBuffer binary(Score score) {
      return little(Integer.BYTES).putInt(score.points());
    }
  },
  DECISION("BYTES") {
    @Override
    void json(Score score, ArrayNode data) {
      data.add(score.decision().name());
    }

    @Override
    ByteBuffer binary(Score score) {
      byte[] text = score.decision().name().getBytes(StandardCharsets.UTF_8);
      return little(Integer.BYTES + text.length).putInt(text.length).put(text);
    }
  };

  private final String datatype;

  Output(String datatype) {
    this.datatype = datatype;
  }

  abstract void json(Score score, ArrayNode data);

  /** One value as Triton's binary tensors hold it, the buffer full. */
  abstract ByteBuffer binary(Score score);

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String datatype() {
    return datatype;
  }

  /** All values one behind the other. */
  byte[] binary(List<Score> scores) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(scores.size() * Double.BYTES);
    scores.forEach(score -> bytes.writeBytes(binary(score).array()));
    return bytes.toByteArray();
  }

  static Optional<Output> keyed(String key) {
    return Arrays.stream(values()).filter(output -> output.key().equals(key)).findFirst();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
