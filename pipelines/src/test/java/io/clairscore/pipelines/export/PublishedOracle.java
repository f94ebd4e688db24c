package io.clairscore.pipelines.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.DossierJson;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Column.Role;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.explanation.DossierExplainer;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.PublishedVersion;
import io.clairscore.scorer.published.ScoringRecord;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What a version should say of each client, from its dossier and from the table of features, by the
 * slow way.
 *
 * @param version what was published
 * @param features rows of the table of features
 * @param population rows of the population's table, in the order of the file
 */
record PublishedOracle(PublishedVersion version, List<Row> features, List<Row> population) {

  /** Fails unless every client is told the same everywhere. */
  void check(List<Dossier> dossiers) throws Exception {
    Bundle bundle = version.bundle(Catalogue.core().hash());
    DossierExplainer explainer =
        DossierExplainer.of(bundle, Catalogue.core(), version.presentation().limits());
    List<String> model = bundle.manifest().features();
    List<String> inPopulation =
        Catalogue.core().names().stream().map(name -> "feature." + name).toList();
    Map<Integer, Row> ofTable = new HashMap<>();
    features.forEach(row -> ofTable.put(row.getAs("SK_ID_CURR"), row));
    assertThat(population)
        .extracting(row -> row.<Integer>getAs("client"))
        .isEqualTo(dossiers.stream().map(Dossier::clientId).sorted().toList());
    try (ClientStore clients = version.clients()) {
      for (int i = 0; i < dossiers.size(); i++) {
        Dossier dossier = dossiers.get(i);
        Explanation explanation = explainer.explain(dossier);
        ScoringRecord record = clients.scoring(dossier.clientId()).orElseThrow();
        assertThat(record.features()).isEqualTo(vector(ofTable.get(dossier.clientId()), model));
        assertThat(record.reasons()).isEqualTo(reasons(explanation, model));
        assertThat(record.applicationJson())
            .as("the application without its outcome")
            .hasToString(
                ((ObjectNode) DossierJson.writeTree(dossier).get("application"))
                    .without("TARGET")
                    .toString());
        assertScore(population.get(i), explanation.score());
        assertApplication(population.get(i), dossier.application());
        assertThat(vector(population.get(i), inPopulation))
            .isEqualTo(vector(ofTable.get(dossier.clientId()), Catalogue.core().names()));
      }
    }
  }

  private static float[] vector(Row row, List<String> names) {
    float[] vector = new float[names.size()];
    for (int i = 0; i < vector.length; i++) {
      Float value = row.getAs(names.get(i));
      vector[i] = value == null ? Float.NaN : value;
    }
    return vector;
  }

  private static List<ReasonPoints> reasons(Explanation explanation, List<String> model) {
    return explanation.strongest().stream()
        .map(reason -> new ReasonPoints(model.indexOf(reason.feature().name()), reason.points()))
        .toList();
  }

  private static void assertScore(Row row, Score score) {
    assertThat(row.<Float>getAs("margin")).isEqualTo(score.margin());
    assertThat(row.<Double>getAs("probability")).isEqualTo(score.probability());
    assertThat(row.<Integer>getAs("points")).isEqualTo(score.points());
    assertThat(row.<String>getAs("level")).isEqualTo(score.level().name());
    assertThat(row.<String>getAs("decision")).isEqualTo(score.decision().name());
    assertThat(row.<Boolean>getAs("review")).isEqualTo(score.toReview());
  }

  private static void assertApplication(Row row, Rows application) {
    Map<String, Object> expected = new TreeMap<>();
    Map<String, Object> told = new TreeMap<>();
    expected.put("outcome", application.number(Application.TARGET, 0));
    told.put("outcome", number(row, "outcome"));
    List<String> names = Arrays.asList(row.schema().fieldNames());
    for (Column column : Application.SCHEMA.columns()) {
      String name = "application." + column.name();
      if (column.role() != Role.ATTRIBUTE) {
        assertThat(names).doesNotContain(name, column.name());
      } else if (column instanceof NumberColumn number) {
        expected.put(name, application.number(number, 0));
        told.put(name, number(row, name));
      } else {
        CategoryColumn category = (CategoryColumn) column;
        int code = application.code(category, 0);
        expected.put(name, code < 0 ? "" : category.values().get(code));
        told.put(name, Objects.requireNonNullElse(row.getAs(name), ""));
      }
    }
    assertThat(told).isEqualTo(expected);
  }

  private static double number(Row row, String name) {
    Number value = row.getAs(name);
    return value == null ? Double.NaN : value.doubleValue();
  }
}
