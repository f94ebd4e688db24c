package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What it takes to score a published client and to record the prediction, without its dossier: of
 * each client one record of bytes, read at once and proved by its checksum. Its arrays belong to
 * whoever read it.
 *
 * <p>The bytes, big-endian: client (int), number of features (unsigned short), number of reasons
 * (unsigned short), features (floats), reasons (position as unsigned short, points as int),
 * application, CRC-32C of all before (int).
 *
 * @param client SK_ID_CURR
 * @param features the vector of the version's model, in the order of its manifest, NaN for missing
 * @param reasons the reasons of the score, the strongest first
 * @param application columns of the application that are not missing, as a JSON object in UTF-8,
 *     compressed as zlib does (RFC 1950)
 */
public record ScoringRecord(
    int client, float[] features, List<ReasonPoints> reasons, byte[] application) {
  private static final int HEAD = 8;
  private static final int REASON = 6;
  private static final int MOST = 0xffff;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A reason.
   *
   * @param position of the feature that stands for it, in the order of the model's manifest
   * @param points that the factor adds to the score
   */
  public record ReasonPoints(int position, int points) {}

  /**
   * @throws IllegalArgumentException if there are more features or reasons than a record holds
   */
  public ScoringRecord {
    reasons = List.copyOf(reasons);
    if (features.length > MOST || reasons.size() > MOST) {
      throw new IllegalArgumentException("more features or reasons than a record holds");
    }
  }

  /** Compresses an application as records hold it. */
  static byte[] compressed(ObjectNode application) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes)) {
      zlib.write(application.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The application as a JSON object; the record's checksum already answers for its bytes.
   *
   * @throws UncheckedIOException if the writer compressed something else
   */
  public ObjectNode applicationJson() {
    try (InflaterInputStream zlib =
        new InflaterInputStream(new ByteArrayInputStream(application))) {
      return JSON.readValue(zlib, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the record holds no application", e);
    }
  }

  byte[] bytes() {
    int sum = HEAD + Float.BYTES * features.length + REASON * reasons.size() + application.length;
    ByteBuffer bytes = ByteBuffer.allocate(sum + Integer.BYTES);
    bytes.putInt(client).putShort((short) features.length).putShort((short) reasons.size());
    for (float feature : features) {
      bytes.putFloat(feature);
    }
    for (ReasonPoints reason : reasons) {
      bytes.putShort((short) reason.position()).putInt(reason.points());
    }
    bytes.put(application);
    return bytes.putInt(checksum(bytes.array(), sum)).array();
  }

  /**
   * The record in these bytes.
   *
   * @throws IOException if they are none, or of another client
   */
  static ScoringRecord of(int client, byte[] bytes) throws IOException {
    int sum = bytes.length - Integer.BYTES;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (sum < HEAD || in.getInt(sum) != checksum(bytes, sum)) {
      throw new IOException("the checksum of a record does not hold");
    }
    if (in.getInt() != client) {
      throw new IOException("the index names another client than the record");
    }
    float[] features = new float[Short.toUnsignedInt(in.getShort())];
    int told = Short.toUnsignedInt(in.getShort());
    if (sum < HEAD + Float.BYTES * features.length + REASON * told) {
      throw new IOException("a record is too short for its features");
    }
    in.asFloatBuffer().get(features);
    in.position(HEAD + Float.BYTES * features.length);
    List<ReasonPoints> reasons = new ArrayList<>(told);
    for (int i = 0; i < told; i++) {
      reasons.add(new ReasonPoints(Short.toUnsignedInt(in.getShort()), in.getInt()));
    }
    byte[] application = new byte[sum - in.position()];
    in.get(application);
    return new ScoringRecord(client, features, reasons, application);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
