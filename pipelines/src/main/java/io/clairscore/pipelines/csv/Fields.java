package io.clairscore.pipelines.csv;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits one line into fields, as slices of bytes. A line with a quote goes through the CSV
 * library; in a line without one a comma can only be a separator, so it is split in place: that is
 * nearly every line, and spares decoding it.
 */
public final class Fields {
  /** The rule that a line without any character breaks. */
  public static final String EMPTY_LINE = "empty line";

  private final CsvParser parser = new CsvParser(settings());
  private byte[] bytes = new byte[0];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int count;

  /**
   * Splits a row that must have so many fields; yields the rule it breaks, without any value of the
   * row, or null.
   */
  public String split(LineReader line, int columns) {
    if (line.cut()) {
      return "longer than " + LineReader.LONGEST + " bytes";
    }
    if (line.start() == line.end()) {
      return EMPTY_LINE;
    }
    String unreadable = split(line.bytes(), line.start(), line.end());
    return unreadable != null || count == columns
        ? unreadable
        : "has not the " + columns + " fields of the header";
  }

  /** Splits a line; yields why that is impossible, or null. */
  String split(byte[] line, int from, int to) {
    bytes = line;
    count = 0;
    boolean quotes = false;
    int ors = 0;
    int begin = from;
    for (int i = from; i < to; i++) {
      byte b = line[i];
      ors |= b;
      if (b == ',') {
        add(begin, i);
        begin = i + 1;
      } else if (b == '"') {
        quotes = true;
      } else if (b == 0) {
        return "NUL byte";
      }
    }
    add(begin, to);
    if (ors < 0 && !utf8(line, from, to)) {
      return "not valid UTF-8 text (perhaps Latin-1)";
    }
    return quotes ? splitQuoted(new String(line, from, to - from, StandardCharsets.UTF_8)) : null;
  }

  int count() {
    return count;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int start(int field) {
    return starts[field];
  }

  public int end(int field) {
    return ends[field];
  }

  public String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  private String splitQuoted(String line) {
    // Quotes come in pairs; fields that continue on the next line are not part of this layout.
    if (line.chars().filter(c -> c == '"').count() % 2 != 0) {
      return "unparseable quote";
    }
    String[] tokens;
    try {
      tokens = parser.parseLine(line);
    } catch (TextParsingException e) {
      return "unparseable quote";
    }
    byte[] joined = String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    count = 0;
    int begin = 0;
    for (String token : tokens) {
      int length = token.getBytes(StandardCharsets.UTF_8).length;
      add(begin, begin + length);
      begin += length;
    }
    bytes = joined;
    return null;
  }

  private void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = from;
    ends[count++] = to;
  }

  public static boolean utf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(10_000);
    settings.setNullValue("");
    settings.setEmptyValue("");
    // No line is a comment.
    settings.getFormat().setComment('\0');
    settings.getFormat().setLineSeparator("\n");
    return settings;
  }
}
