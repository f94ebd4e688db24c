package io.clairscore.service.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.event.Inquiry;
import io.clairscore.scorer.event.ModelStamp;
import io.clairscore.scorer.event.PackedJson;
import io.clairscore.scorer.event.PackedVector;
import io.clairscore.scorer.event.PredictionEvent;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.published.PublishedFile;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.service.model.ServedModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Predicts with one served model, as events that are still to be kept. Thread-safe. */
final class Predictions {
  /** The file that answers for every other file of a bundle. */
  private static final String CHECKSUMS = "bundle/checksums.sha256";

  private final ServedModel model;
  private final ModelStamp stamp;
  private final double threshold;
  private final List<String> features;

  Predictions(ServedModel model) {
    this.model = model;
    this.threshold = model.manifest().threshold().margin();
    this.features = model.manifest().features();
    this.stamp =
        new ModelStamp(
            model.run(), checksum(model), model.name(), model.manifest().catalogueHash());
  }

  private static String checksum(ServedModel model) {
    return model.version().files().stream()
        .filter(file -> file.path().equals(CHECKSUMS))
        .map(PublishedFile::sha256)
        .findFirst()
        .orElse("");
  }

  ServedModel model() {
    return model;
  }

  /** The prediction of a published client, from its record alone: its dossier is not read. */
  PredictionEvent of(ScoringRecord client, Inquiry inquiry) {
    return event(
        inquiry,
        OptionalInt.empty(),
        OptionalLong.of(client.client()),
        client.application(),
        client.features(),
        model.scorer().score(client.features()),
        reasons(client.reasons()));
  }

  /**
   * The prediction of a dossier that was explained.
   *
   * @param place within a request for many
   */
  PredictionEvent of(Dossier dossier, Explanation explanation, Inquiry inquiry, OptionalInt place) {
    int client = dossier.clientId();
    return event(
        inquiry,
        place,
        client == 0 ? OptionalLong.empty() : OptionalLong.of(client),
        application(dossier),
        model.engine().compute(dossier),
        explanation.score(),
        reasons(explanation));
  }

  private PredictionEvent event(
      Inquiry inquiry,
      OptionalInt place,
      OptionalLong client,
      byte[] application,
      float[] vector,
      Score score,
      String reasons) {
    return new PredictionEvent(
        inquiry,
        place,
        client,
        stamp,
        application,
        PackedVector.pack(vector),
        score,
        threshold,
        reasons);
  }

  /** As export packs it for published clients: the outcome is no part of an application. */
  private static byte[] application(Dossier dossier) {
    ObjectNode row =
        (ObjectNode) DossierJson.writeTree(dossier).get(Table.APPLICATION.schema().name());
    row.remove(Application.TARGET.name());
    return PackedJson.pack(row.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** By hand: no name of a feature needs an escape, and this is on the way of every score. */
  private String reasons(List<ScoringRecord.ReasonPoints> reasons) {
    StringBuilder json = new StringBuilder(48 * reasons.size() + 2).append('[');
    for (ScoringRecord.ReasonPoints reason : reasons) {
      add(json, features.get(reason.position()), reason.points());
    }
    return json.append(']').toString();
  }

  private static String reasons(Explanation explanation) {
    StringBuilder json = new StringBuilder().append('[');
    for (Reason reason : explanation.strongest()) {
      add(json, reason.feature().name(), reason.points());
    }
    return json.append(']').toString();
  }

  private static void add(StringBuilder json, String feature, int points) {
    json.append(json.length() > 1 ? "," : "")
        .append("{\"feature\":\"")
        .append(feature)
        .append("\",\"points\":")
        .append(points)
        .append('}');
  }
}
