package io.clairscore.pipelines.csv;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What files are that only have the name of a CSV file, told by their first bytes. */
enum OtherFormat {
  GZIP("1f8b", "it is compressed by gzip", "Add .gz to its name, or unpack it."),
  ZIP("504b0304", "it is a ZIP archive, or a workbook", "Unpack it, or export it as CSV."),
  BZIP2("425a68", "it is compressed by bzip2", "Unpack it."),
  XZ("fd377a585a00", "it is compressed by xz", "Unpack it."),
  ZSTANDARD("28b52ffd", "it is compressed by zstd", "Unpack it."),
  PARQUET("50415231", "it is a Parquet file", "Export it as CSV."),
  OLE("d0cf11e0a1b11ae1", "it is a workbook", "Export it as CSV."),
  APPLE_DOUBLE("00051607", "it is a companion file that macOS left", "Remove it."),
  PDF("25504446", "it is a PDF document", "Export it as CSV."),
  MARKUP("3c", "it is an HTML or XML page", "Fetch the file again, and sign in before if needed."),
  JSON("7b", "it is JSON", "Export it as CSV.");

  private final byte[] first;
  private final String words;
  private final String remedy;

  OtherFormat(String first, String words, String remedy) {
    this.first = HexFormat.of().parseHex(first);
    this.words = words;
    this.remedy = remedy;
  }

  /** The format of these bytes, if it is one of those. */
  static Optional<OtherFormat> of(byte[] bytes, int from, int to) {
    return Arrays.stream(values())
        .filter(
            format ->
                to - from >= format.first.length
                    && Arrays.equals(
                        bytes,
                        from,
                        from + format.first.length,
                        format.first,
                        0,
                        format.first.length))
        .findFirst();
  }

  String words() {
    return words;
  }

  String remedy() {
    return remedy;
  }
}
