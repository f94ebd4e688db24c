package io.clairscore.pipelines.csv;

import io.clairscore.features.refusal.Refusal;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * The first line of a CSV file, plain or gzipped.
 *
 * @param file the file
 * @param names what its fields say, none of them empty. It may be the first client's record: only
 *     {@link #unknown} knows what of it may be told
 */
public record CsvHeader(Path file, List<String> names) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** What a name can look like; {@code Unnamed: 0} is one too. */
  private static final Pattern NAME = Pattern.compile(" *[A-Za-z_][\\w .:/()-]{0,60}");

  public CsvHeader {
    names = List.copyOf(names);
  }

  /**
   * Reads the header of a file.
   *
   * @throws Refusal with DATA if the file is no CSV file with a header
   */
  public static CsvHeader of(Path file) {
    try {
      if (Files.size(file) == 0) {
        throw CsvErrors.noHeader(file);
      }
      try (InputStream stream = open(file, 0);
          LineReader line = new LineReader(stream)) {
        return new CsvHeader(file, fields(file, line));
      }
    } catch (ZipException e) {
      throw CsvErrors.damaged(file, e.getMessage());
    } catch (IOException e) {
      throw CsvErrors.unreadable(file, e);
    }
  }

  /** Whether a file is compressed, as its name says. */
  public static boolean gzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** The bytes of a file from a position on; of a compressed one all of them, unpacked. */
  static InputStream open(Path file, long from) throws IOException {
    FileInputStream bytes = new FileInputStream(file.toFile());
    if (gzip(file)) {
      return new GzipMembers(bytes);
    }
    bytes.getChannel().position(from);
    return bytes;
  }

  /** Whether no field is one of these names: then the line is most likely no header. */
  public boolean namesNone(Collection<String> expected) {
    return names.stream().noneMatch(expected::contains);
  }

  /** Fields that are none of these names. */
  public List<String> others(Collection<String> expected) {
    return names.stream().filter(name -> !expected.contains(name)).toList();
  }

  /**
   * Fields that are none of these names, in words for a message. A line that may hold a client's
   * values, as one without line end or one of data would, is counted and not repeated.
   */
  public String unknown(Collection<String> expected) {
    List<String> others = others(expected);
    boolean header =
        2 * others.size() <= names.size()
            && others.stream().allMatch(name -> NAME.matcher(name).matches());
    return header || others.isEmpty()
        ? CsvErrors.names(others)
        : others.size() + ", not repeated here since they may be data";
  }

  private static List<String> fields(Path file, LineReader line) throws IOException {
    if (!line.next()) {
      throw CsvErrors.noHeader(file);
    }
    int start = line.start() + (marked(line) ? BYTE_ORDER_MARK.length : 0);
    OtherFormat.of(line.bytes(), start, line.end())
        .ifPresent(
            format -> {
              throw CsvErrors.otherFormat(file, format);
            });
    if (start == line.end()) {
      throw isEmpty(line)
          ? CsvErrors.noHeader(file)
          : CsvErrors.badHeader(file, "The first line is empty.");
    }
    refuseSeparators(file, line, start);
    Fields fields = new Fields();
    String unreadable =
        line.cut() ? "the first line has no end" : fields.split(line.bytes(), start, line.end());
    if (unreadable != null) {
      throw CsvErrors.badHeader(file, unreadable);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.count(); i++) {
      names.add(fields.text(i));
    }
    List<Integer> nameless =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).isBlank())
            .mapToObj(i -> i + 1)
            .toList();
    if (!nameless.isEmpty()) {
      throw CsvErrors.namelessColumns(file, nameless, names.size());
    }
    return names;
  }

  private static void refuseSeparators(Path file, LineReader line, int start) {
    int commas = count(line, start, ',');
    if (count(line, start, '\r') > 0) {
      throw CsvErrors.carriageReturns(file);
    }
    if (count(line, start, ';') > commas) {
      throw CsvErrors.otherSeparator(file, "semicolons");
    }
    if (count(line, start, '\t') > commas) {
      throw CsvErrors.otherSeparator(file, "tabs");
    }
    if (count(line, start, '|') > commas) {
      throw CsvErrors.otherSeparator(file, "vertical bars");
    }
  }

  private static int count(LineReader line, int start, char sought) {
    int count = 0;
    for (int i = start; i < line.end(); i++) {
      count += line.bytes()[i] == sought ? 1 : 0;
    }
    return count;
  }

  /** Whether nothing but empty lines follows. */
  private static boolean isEmpty(LineReader line) throws IOException {
    while (line.next()) {
      if (line.start() < line.end()) {
        return false;
      }
    }
    return true;
  }

  private static boolean marked(LineReader line) {
    if (line.end() - line.start() < BYTE_ORDER_MARK.length) {
      return false;
    }
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (line.bytes()[line.start() + i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
