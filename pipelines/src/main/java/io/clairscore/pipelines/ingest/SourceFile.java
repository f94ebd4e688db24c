package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.CsvHeader;
import io.clairscore.pipelines.spark.RawSchemas;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * One file of a load.
 *
 * @param table table its rows belong to
 * @param name published name, without extension
 * @param path the file
 * @param bytes its size
 * @param order for each field of a row, the position of its column in the table
 */
record SourceFile(Table table, String name, String path, long bytes, int[] order)
    implements Serializable {

  boolean gzip() {
    return CsvHeader.gzip(Path.of(path));
  }

  /** Whether rows of this file carry the outcome. */
  boolean labelled() {
    return RawSchemas.columns(table, name).contains(Application.TARGET);
  }
}
