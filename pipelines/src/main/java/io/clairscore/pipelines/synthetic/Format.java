package io.clairscore.pipelines.synthetic;

import io.clairscore.features.refusal.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** How generated tables are written. */
public enum Format {
  CSV("csv") {
    @Override
    OutputStream over(OutputStream file) {
      return new BufferedOutputStream(file, BUFFER);
    }
  },
  CSV_GZ("csv.gz") {
    @Override
    OutputStream over(OutputStream file) throws IOException {
      // Fast compression: the files are for this machine, and written on two cores.
      return new GZIPOutputStream(new BufferedOutputStream(file, BUFFER), BUFFER) {
        {
          def.setLevel(1);
        }
      };
    }
  },
  PARQUET("parquet") {
    @Override
    OutputStream over(OutputStream file) {
      throw new UnsupportedOperationException("Spark writes Parquet itself");
    }
  };

  private static final int BUFFER = 1 << 16;
  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /**
   * The format of a name: csv, csv.gz or parquet.
   *
   * @throws Refusal if there is none
   */
  public static Format named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.extension.equals(name))
        .findFirst()
        .orElseThrow(() -> SyntheticErrors.unknownFormat(name));
  }

  /** Extension of its files. */
  public String extension() {
    return extension;
  }

  /** A stream of this format into a file; such streams written one after another are one file. */
  abstract OutputStream over(OutputStream file) throws IOException;
}
