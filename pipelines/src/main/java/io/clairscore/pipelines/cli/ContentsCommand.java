package io.clairscore.pipelines.cli;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.spark.TableContents;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the number of rows and a hash of the contents of every table of some workspaces. */
@Command(
    name = "contents",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Prints rows and a content hash of every table: equal lines mean equal rows, in any order.")
final class ContentsCommand implements Callable<Integer> {

  @Mixin private Options options;

  @Option(names = "--ignore", split = ",", description = "Columns to leave out.")
  private List<String> ignored = List.of();

  @Parameters(arity = "0..*", paramLabel = "WORKSPACE", description = "Instead of --workspace.")
  private List<Path> workspaces = List.of();

  @Override
  public Integer call() {
    return Application.of(options)
        .call(
            "contents",
            job -> {
              List<Path> roots =
                  workspaces.isEmpty() ? List.of(job.workspace().root()) : workspaces;
              roots.forEach(root -> print(job, new Workspace(root)));
              return 0;
            });
  }

  private void print(Job job, Workspace workspace) {
    System.out.println("# " + workspace.root());
    tables(workspace)
        .forEach(
            (name, path) -> {
              if (DeltaFolders.exists(path)) {
                Dataset<Row> rows = DeltaFolders.read(job.spark(), path);
                System.out.println(name + " " + TableContents.of(kept(rows)));
              }
            });
  }

  private Dataset<Row> kept(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(column -> !ignored.contains(column))
            .map(column -> col("`" + column + "`"))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Map<String, Path> tables(Workspace workspace) {
    Map<String, Path> tables = new LinkedHashMap<>();
    for (Table table : Table.values()) {
      tables.put("raw/" + table.schema().name(), workspace.raw(table));
    }
    tables.put("quarantine", workspace.quarantine());
    tables.put("dossiers", workspace.dossiers());
    tables.put("features", workspace.features());
    tables.put("training", workspace.training());
    tables.put("scores", workspace.scores());
    return tables;
  }
}
