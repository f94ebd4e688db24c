package io.clairscore.pipelines.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads physical lines as bytes, without decoding them. A line ends with a line feed or the end of
 * the input; a carriage return before it is not part of the line. Lines beyond {@link #LONGEST}
 * bytes are cut and marked.
 */
public final class LineReader implements Closeable {
  /** Far beyond any row; protects the memory from a file without line ends. */
  public static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int filled;
  private int next;
  private long consumed;
  private int start;
  private int end;
  private boolean cut;

  public LineReader(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end of the input. */
  public boolean next() throws IOException {
    cut = false;
    start = next;
    int scan = next;
    while (true) {
      while (scan < filled) {
        if (buffer[scan] == '\n') {
          return line(scan, scan + 1);
        }
        scan++;
      }
      int length = scan - start;
      if (length > LONGEST) {
        return skipRestOfLine();
      }
      makeRoom();
      scan = start + length;
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return length > 0 && line(filled, filled);
      }
      filled += read;
    }
  }

  public byte[] bytes() {
    return buffer;
  }

  /** First byte of the line. */
  public int start() {
    return start;
  }

  /** Past the last byte of the line. */
  public int end() {
    return end;
  }

  /** Whether the line was longer than this reader keeps. */
  public boolean cut() {
    return cut;
  }

  /** Bytes of the input up to and including the line end of the current line. */
  public long consumed() {
    return consumed;
  }

  private boolean line(int endOfText, int endOfLine) {
    consumed += endOfLine - start;
    next = endOfLine;
    end = endOfText > start && buffer[endOfText - 1] == '\r' ? endOfText - 1 : endOfText;
    return true;
  }

  /** Moves the unfinished line to the front, and grows the buffer if it fills all of it. */
  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
      next = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  private boolean skipRestOfLine() throws IOException {
    int kept = LONGEST;
    cut = true;
    consumed += filled - start;
    byte[] rest = new byte[BUFFER];
    int read;
    while ((read = in.read(rest, 0, rest.length)) >= 0) {
      for (int i = 0; i < read; i++) {
        if (rest[i] == '\n') {
          consumed += i + 1;
          buffer = Arrays.copyOf(Arrays.copyOfRange(buffer, start, start + kept), kept + BUFFER);
          start = 0;
          end = kept;
          System.arraycopy(rest, i + 1, buffer, kept, read - i - 1);
          next = kept;
          filled = kept + read - i - 1;
          return true;
        }
      }
      consumed += read;
    }
    end = start + kept;
    next = filled;
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
