package io.clairscore.drift.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * Files that a page carries in addresses, to be saved without a server, a script or a file beside:
 * a page is sent on alone.
 */
final class Carried {
  /** Tells a spreadsheet that the text is UTF-8. */
  private static final String MARK = "%EF%BB%BF";

  private Carried() {}

  /** A table of text: nearly as short as the text itself. */
  static String csv(String table) {
    return "data:text/csv;charset=utf-8,"
        + MARK
        + table
            .replace("%", "%25")
            .replace("#", "%23")
            .replace("\"", "%22")
            .replace("\r", "%0D")
            .replace("\n", "%0A")
            .replace("\t", "%09");
  }

  /** A text that is long and says much twice: a tenth of it. */
  static String gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:application/gzip;base64,"
        + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
