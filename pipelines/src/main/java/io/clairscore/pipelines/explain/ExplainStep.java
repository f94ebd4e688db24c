package io.clairscore.pipelines.explain;

import static org.apache.spark.sql.functions.col;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.dossiers.DossierDecoder;
import io.clairscore.pipelines.spark.DeltaFolders;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.advice.Advisor;
import io.clairscore.scorer.advice.ClientExplanation;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/**
 * Explains one client: finds the dossier in the Delta table, and scores it anew with a bundle, and
 * looks for what would have to change. It writes nothing.
 */
public final class ExplainStep {
  private ExplainStep() {}

  /**
   * Runs the step.
   *
   * @throws Refusal with DATA if there is no such client or the dossier cannot be scored, with
   *     MODEL if the bundle may not score
   */
  public static ClientExplanation run(Job job, ExplainRequest request) {
    Dossier dossier = dossier(job, request.client());
    Catalogue catalogue = Catalogue.core();
    return new Advisor(
            Bundle.load(request.model(), catalogue.hash()),
            catalogue,
            job.conf().scoring().reasons())
        .explain(dossier);
  }

  private static Dossier dossier(Job job, int client) {
    Path table = job.workspace().dossiers();
    if (!DeltaFolders.exists(table)) {
      throw ExplainErrors.noDossiers(table);
    }
    Column[] columns =
        Arrays.stream(DossierDecoder.schema().fieldNames())
            .map(functions::col)
            .toArray(Column[]::new);
    InternalRow[] found =
        DeltaFolders.read(job.spark(), table)
            .filter(col("SK_ID_CURR").equalTo(client))
            .select(columns)
            .queryExecution()
            .executedPlan()
            .executeCollect();
    if (found.length == 0) {
      throw ExplainErrors.noSuchClient(client);
    }
    return new DossierDecoder().dossier(found[0]);
  }
}
