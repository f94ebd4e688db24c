package io.clairscore.pipelines.clients;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.clients.ClientList.Client;
import io.clairscore.pipelines.clients.ClientList.Group;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Level;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Lists scored clients; it writes nothing. */
public final class ClientsStep {

  private ClientsStep() {}

  /**
   * Runs the step.
   *
   * @throws Refusal with DATA if nobody is scored, or nobody for the date
   */
  public static ClientList run(Job job, ClientsRequest request) {
    Path table = job.workspace().scores();
    if (!DeltaFolders.exists(table)) {
      throw ClientsErrors.noScores(table);
    }
    Dataset<Row> scores = DeltaFolders.read(job.spark(), table);
    Date newest = scores.agg(functions.max("scoring_date")).first().getDate(0);
    if (newest == null) {
      throw ClientsErrors.noScores(table);
    }
    Date date = request.date() == null ? newest : Date.valueOf(request.date());
    Dataset<Row> dated = scores.filter(col("scoring_date").equalTo(date));
    if (dated.isEmpty()) {
      throw ClientsErrors.notScored(request.date(), newest);
    }
    return new ClientList(
        date.toString(),
        request.proposed().stream().map(of -> group(dated, of, request.limit())).toList());
  }

  private static Group group(Dataset<Row> scores, Proposed proposed, int limit) {
    Dataset<Row> rows = scores.filter(proposed.rows());
    List<Client> clients =
        rows
            .orderBy(proposed.order(), col("SK_ID_CURR"))
            .limit(limit)
            .select("SK_ID_CURR", "points", "level", "probability", "bundle")
            .collectAsList()
            .stream()
            .map(ClientsStep::client)
            .toList();
    return new Group(proposed, rows.count(), clients);
  }

  private static Client client(Row row) {
    return new Client(
        row.getInt(0),
        row.getInt(1),
        Level.valueOf(row.getString(2)),
        row.getDouble(3),
        row.getString(4));
  }
}
