package io.clairscore.pipelines.ingest;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of a load.
 *
 * @param table table its rows belong to
 * @param name published name, without extension
 * @param path the file
 * @param bytes its size
 * @param order for each field of a row, the position of its column in the table
 */
record SourceFile(Table table, String name, Path path, long bytes, int[] order) {

  boolean gzip() {
    return path.toString().endsWith(".gz");
  }

  /** Whether rows of this file carry the outcome. */
  boolean labelled() {
    return labelled(table, name);
  }

  /** Columns the published file of this name has, in its order. */
  static List<Column> columns(Table table, String name) {
    return table.schema().columns().stream()
        .filter(column -> column != Application.TARGET || labelled(table, name))
        .toList();
  }

  private static boolean labelled(Table table, String name) {
    return table == Table.APPLICATION && name.equals(table.files().get(0));
  }
}
