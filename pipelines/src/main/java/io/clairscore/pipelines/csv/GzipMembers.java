package io.clairscore.pipelines.csv;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * All members of a gzip file. Java's own reader takes a member whose header is damaged for the end
 * of the file, and says nothing; here every byte must belong to a member. Whatever is wrong is a
 * {@link ZipException}.
 */
final class GzipMembers extends FilterInputStream {

  private static final int PORTION = 1 << 13;

  GzipMembers(InputStream file) throws IOException {
    super(open(file));
  }

  private static InputStream open(InputStream file) throws IOException {
    try {
      return new GzipCompressorInputStream(file, true);
    } catch (IOException e) {
      file.close();
      throw damage("Not in GZIP format", e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException e) {
      throw damage(words(e), e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      // In portions: what comes before damage is delivered, and the rows of it can be counted.
      return in.read(bytes, from, Math.min(length, PORTION));
    } catch (IOException e) {
      throw damage(words(e), e);
    }
  }

  private static String words(IOException origin) {
    return origin instanceof EOFException || origin.getMessage() == null
        ? "it ends within a GZIP member"
        : origin.getMessage();
  }

  private static ZipException damage(String words, IOException origin) {
    ZipException damage = new ZipException(words);
    damage.initCause(origin);
    return damage;
  }
}
