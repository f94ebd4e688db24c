package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.CreditCardBalance;
import io.clairscore.features.schema.InstallmentsPayments;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.PosCashBalance;
import io.clairscore.features.schema.PreviousApplication;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.explanation.Explainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.explanation.Remarks;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns a dossier into all that is published of the client: by the engine, the scorer and the
 * explainer that batch and service use. Immutable and thread-safe.
 */
public final class ClientPublisher {
  /** Where numbers of loans stand: rows may tell of a loan whose own row is not there. */
  private static final Map<Table, NumberColumn> LOANS =
      Map.of(
          Table.PREVIOUS_APPLICATION, PreviousApplication.SK_ID_PREV,
          Table.POS_CASH_BALANCE, PosCashBalance.SK_ID_PREV,
          Table.INSTALLMENTS_PAYMENTS, InstallmentsPayments.SK_ID_PREV,
          Table.CREDIT_CARD_BALANCE, CreditCardBalance.SK_ID_PREV);

  private final FeatureEngine engine;
  private final Explainer explainer;
  private final int[] positions;
  private final Map<String, Integer> byName = new HashMap<>();

  /**
   * A publisher of clients of a model.
   *
   * @param catalogue what is computed; the model's features are among them
   * @param limits how much is told
   */
  public ClientPublisher(Bundle bundle, Catalogue catalogue, ReasonLimits limits) {
    engine = new FeatureEngine(catalogue);
    explainer = Explainer.of(bundle, catalogue, limits);
    List<String> model = bundle.manifest().featuresOf(catalogue).names();
    positions = model.stream().mapToInt(catalogue.names()::indexOf).toArray();
    for (int i = 0; i < model.size(); i++) {
      byName.put(model.get(i), i);
    }
  }

  /** The application as a prediction records it: what became of it is no part of a decision. */
  private static ObjectNode decidedOn(ObjectNode document) {
    ObjectNode application =
        ((ObjectNode) document.get(Table.APPLICATION.schema().name())).deepCopy();
    application.remove(Application.TARGET.name());
    return application;
  }

  /** All that is published of a client. */
  public PublishedClient publish(Dossier dossier) {
    float[] features = engine.compute(dossier);
    float[] vector = new float[positions.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = features[positions[i]];
    }
    Explanation explanation = explainer.explain(vector, Remarks.NONE);
    ObjectNode document = DossierJson.writeTree(dossier);
    ScoringRecord record =
        new ScoringRecord(
            dossier.clientId(),
            vector,
            reasons(explanation),
            ScoringRecord.compressed(decidedOn(document)));
    return new PublishedClient(
        dossier.clientId(),
        PublishedClient.member(ClientRecord.beginning(dossier.clientId(), document)),
        record.bytes(),
        new PopulationRow(explanation.score(), dossier.application(), features).bytes(),
        LOANS.entrySet().stream()
            .flatMapToInt(of -> numbers(dossier.rows(of.getKey()), of.getValue()))
            .distinct()
            .toArray(),
        numbers(dossier.rows(Table.BUREAU), Bureau.SK_ID_BUREAU).distinct().toArray());
  }

  private List<ReasonPoints> reasons(Explanation explanation) {
    return explanation.strongest().stream()
        .map(reason -> new ReasonPoints(byName.get(reason.feature().name()), reason.points()))
        .toList();
  }

  private static IntStream numbers(Rows rows, NumberColumn column) {
    return IntStream.range(0, rows.size())
        .mapToDouble(row -> rows.number(column, row))
        .filter(number -> !Double.isNaN(number))
        .mapToInt(number -> (int) number);
  }
}
