package io.clairscore.pipelines.export;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.scorer.published.PopulationColumn;
import io.clairscore.scorer.published.PopulationRow;
import io.clairscore.scorer.published.PopulationTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * The population's table as Parquet: groups of rows that are written apart, each as a file, and
 * then copied into one file as they are.
 */
final class PopulationFile {
  /** Larger than any group becomes, so that each is written whole. */
  private static final long NO_LIMIT = 1L << 40;

  private static final int PADDING = 0;

  /**
   * Bytes of a column's dictionary, enough for categories and small numbers. Columns of many values
   * are written plainly: hash tables of them would take twice the time and gigabytes of memory.
   */
  private static final int DICTIONARY = 8192;

  private PopulationFile() {}

  /** A writer of one group of rows. */
  static ParquetWriter<PopulationRow> writer(Path file) throws IOException {
    return new Builder(file)
        .withRowGroupSize(NO_LIMIT)
        .withMaxPaddingSize(PADDING)
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withDictionaryEncoding(true)
        .withDictionaryPageSize(DICTIONARY)
        .build();
  }

  /** One file of these groups, in their order; they stay. */
  static void join(List<Path> groups, Path file) throws IOException {
    List<PopulationColumn> columns = PopulationTable.columns(Catalogue.core());
    ParquetFileWriter writer =
        new ParquetFileWriter(
            new DurableOutput(file),
            PopulationRows.schema(columns),
            ParquetFileWriter.Mode.OVERWRITE,
            NO_LIMIT,
            PADDING,
            ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
            ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
    writer.start();
    for (Path group : groups) {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(group.toUri());
      writer.appendFile(HadoopInputFile.fromPath(path, new Configuration()));
    }
    writer.end(Map.of());
  }

  private static final class Builder extends ParquetWriter.Builder<PopulationRow, Builder> {
    Builder(Path file) {
      super(new DurableOutput(file));
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<PopulationRow> getWriteSupport(Configuration conf) {
      return new PopulationRows(PopulationTable.columns(Catalogue.core()));
    }
  }
}
