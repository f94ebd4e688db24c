package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published of a client, compared with what engine and explainer say of its dossier. */
class SmallPublicationTest {
  @TempDir static Path folder;

  private static final SmallPublication PUBLICATION = SmallPublication.of(1, "run-1");
  private static final List<String> STATEMENTS = new ArrayList<>();
  private static PublishedVersion version;
  private static Bundle bundle;

  @BeforeAll
  static void publish() throws IOException {
    Published published = new Published(folder.resolve("published"));
    PUBLICATION.publish(
        published.folder(),
        "v1",
        sql -> {
          STATEMENTS.add(sql);
          Files.writeString(Path.of(sql.split("TO '")[1].split("'")[0]), "no Parquet");
        });
    published.use("v1");
    version = published.live();
    bundle = version.bundle(Catalogue.core().hash());
  }

  @Test
  void aScoringRecordSaysWhatEngineAndExplainerSayOfTheDossier() throws IOException {
    DossierExplainer explainer =
        DossierExplainer.of(bundle, Catalogue.core(), version.presentation().limits());
    FeatureEngine engine = new FeatureEngine(bundle.manifest().featuresOf(Catalogue.core()));
    Set<Decision> decisions = EnumSet.noneOf(Decision.class);
    try (ClientStore clients = version.clients()) {
      for (Dossier dossier : PUBLICATION.dossiers()) {
        ScoringRecord record = clients.scoring(dossier.clientId()).orElseThrow();
        Explanation explanation = explainer.explain(dossier);
        assertThat(bits(record.features())).isEqualTo(bits(engine.compute(dossier)));
        assertThat(Scorer.of(bundle).score(record.features())).isEqualTo(explanation.score());
        assertThat(record.reasons())
            .isNotEmpty()
            .isEqualTo(explanation.strongest().stream().map(this::position).toList());
        assertThat(record.applicationJson())
            .as("the application without its outcome")
            .hasToString(
                ((ObjectNode) DossierJson.writeTree(dossier).get("application"))
                    .without("TARGET")
                    .toString());
        assertThat(clients.find(dossier.clientId()).orElseThrow().dossier()).isEqualTo(dossier);
        decisions.add(explanation.score().decision());
      }
    }
    assertThat(decisions).containsExactlyInAnyOrder(Decision.values());
  }

  private ReasonPoints position(Reason reason) {
    int position = bundle.manifest().features().indexOf(reason.feature().name());
    return new ReasonPoints(position, reason.points());
  }

  private static int[] bits(float[] vector) {
    int[] bits = new int[vector.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(vector[i]);
    }
    return bits;
  }

  @Test
  void numbersOfCreditsLeadToTheirClients() throws IOException {
    try (ClientStore clients = version.clients()) {
      int client = SmallClients.FIRST + 8;
      assertThat(clients.ofPrevious(SmallClients.loan(client))).hasValue(client);
      assertThat(clients.ofBureau(SmallClients.credit(client))).hasValue(client);
      assertThat(clients.ofBureau(SmallClients.loan(client))).isEmpty();
      assertThat(clients.ofPrevious(SmallClients.loan(SmallClients.FIRST + 6))).isEmpty();
    }
  }

  @Test
  void theFixtureIsFitForTheService() throws IOException {
    version.verify();
    assertThat(STATEMENTS).singleElement().asString().contains("'outcome': 'TINYINT'");
    assertThat(version.profiles()).hasSize(Catalogue.core().size());
    try (ClientStore clients = version.clients()) {
      assertThat(clients.size()).isEqualTo(SmallPublication.CLIENTS);
      assertThat(clients.all().filter(client -> client.scores().size() == 1)).hasSize(100);
      assertThat(
              clients
                  .all()
                  .filter(client -> !client.scores().isEmpty())
                  .map(client -> client.scores().get(0).score()))
          .isEqualTo(
              clients
                  .clients()
                  .filter(client -> client % 2 == 0)
                  .mapToObj(client -> clients.scoring(client).orElseThrow())
                  .map(record -> Scorer.of(bundle).score(record.features()))
                  .toList());
    }
  }
}
