package io.clairscore.service.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.http.Json;
import java.util.List;

/**
 * Everything that is kept of a client.
 *
 * @param client SK_ID_CURR
 * @param version published version the data come from
 * @param dossier application and histories, by the names of the source tables
 * @param scores of the batch, the newest first
 * @param events everything that was recorded: predictions, decisions, and who read the file, the
 *     newest first
 */
public record WholeFile(
    int client, String version, JsonNode dossier, JsonNode scores, List<HistoryEntry> events) {

  public static WholeFile of(String version, ClientRecord client, List<HistoryEntry> events) {
    return new WholeFile(
        client.client(),
        version,
        DossierJson.writeTree(client.dossier()),
        Json.MAPPER.valueToTree(client.scores()),
        events);
  }
}
