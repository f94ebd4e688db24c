package io.clairscore.pipelines.dossiers;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.DeltaFolders;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * The version of each raw table that dossiers were built from.
 *
 * @param versions Delta version by table; a table that does not exist is absent
 */
public record SourceVersions(Map<Table, Long> versions) {
  private static final String PREFIX = "clairscore.source.";

  public SourceVersions {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** What the raw tables hold now. */
  public static SourceVersions current(SparkSession spark, Workspace workspace) {
    Map<Table, Long> versions = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      if (DeltaFolders.exists(workspace.raw(table))) {
        versions.put(table, DeltaFolders.version(spark, workspace.raw(table)));
      }
    }
    return new SourceVersions(versions);
  }

  /** What the properties of a table say it was built from. */
  public static SourceVersions recorded(Map<String, String> properties) {
    Map<Table, Long> versions = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      String version = properties.get(PREFIX + table.schema().name());
      if (version != null) {
        versions.put(table, Long.valueOf(version));
      }
    }
    return new SourceVersions(versions);
  }

  /** Table properties that record these versions. */
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    versions.forEach((t, v) -> properties.put(PREFIX + t.schema().name(), Long.toString(v)));
    return properties;
  }

  /** First version of a table that these versions do not contain. */
  long next(Table table) {
    return versions.getOrDefault(table, -1L) + 1;
  }
}
