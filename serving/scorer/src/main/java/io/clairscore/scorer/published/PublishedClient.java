package io.clairscore.scorer.published;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Everything that is published of one client but its earlier scores, as bytes that a job may move
 * from one machine to another. {@link ClientPublisher} makes it.
 *
 * @param client SK_ID_CURR
 * @param dossier a gzip member: its document up to the scores
 * @param scoring its {@link ScoringRecord}
 * @param row its row of the population, as {@link PopulationRow} holds it
 * @param previous numbers of its loans (SK_ID_PREV), each once
 * @param bureau numbers of its credits elsewhere (SK_ID_BUREAU), each once
 */
public record PublishedClient(
    int client, byte[] dossier, byte[] scoring, byte[] row, int[] previous, int[] bureau)
    implements Serializable {

  /** Its document as gzip members. */
  byte[] document(String scores) {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(dossier);
    members.writeBytes(member(scores + "}"));
    return members.toByteArray();
  }

  /** Text as a gzip member. */
  static byte[] member(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Quick(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Gzip with half the labour of the default, for an eighth more bytes: decision 37. */
  private static final class Quick extends GZIPOutputStream {
    private static final int LEVEL = 3;

    Quick(OutputStream out) throws IOException {
      super(out);
      def.setLevel(LEVEL);
    }
  }
}
