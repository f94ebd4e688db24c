package io.clairscore.service.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import io.clairscore.features.use.Uses;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CombinationTest {
  private static final Set<Column> CHANGEABLE = ChangeReader.changeable(Catalogue.core());

  private static Rows carOwner() {
    Rows application = new Rows(Application.SCHEMA, 1);
    application.set(Application.OWN_CAR_AGE, 0, 3);
    application.set(Application.FLAG_OWN_CAR, 0, Application.FLAG_OWN_CAR.code("N"));
    return application;
  }

  @Test
  void onlyWhatMayDecideCanBeTried() {
    assertThat(CHANGEABLE).hasSizeGreaterThan(10);
    assertThat(CHANGEABLE).allMatch(column -> Uses.all().of(column).decides());
    assertThat(CHANGEABLE)
        .doesNotContain(Application.TARGET, Application.SK_ID_CURR, Application.CODE_GENDER);
  }

  @Test
  void theAgeOfACarThatIsNotOwnedIsImpossibleIfThisChangeMadeItSo() {
    assertThat(Combination.objections(carOwner(), Set.of(Application.FLAG_OWN_CAR), CHANGEABLE))
        .extracting(Objection::kind)
        .containsExactly(Objection.Kind.AGE_OF_NO_CAR);
    assertThat(Combination.objections(carOwner(), Set.of(Application.AMT_CREDIT), CHANGEABLE))
        .isEmpty();
  }

  @Test
  void whoCannotTryTheOtherColumnIsNotAskedToCorrectIt() {
    assertThat(
            Combination.objections(
                carOwner(), Set.of(Application.FLAG_OWN_CAR), Set.of(Application.FLAG_OWN_CAR)))
        .isEmpty();
  }

  @Test
  void whatIsMissingIsNeverImpossible() {
    Rows nothing = new Rows(Application.SCHEMA, 1);
    assertThat(Combination.objections(nothing, CHANGEABLE, CHANGEABLE)).isEmpty();
  }

  @Test
  void halfAYearIsNoAgeOfACar() {
    JsonNode half = JsonNodeFactory.instance.numberNode(0.5);
    assertThatThrownBy(() -> ChangeReader.read(CHANGEABLE, Map.of("OWN_CAR_AGE", half)))
        .isInstanceOfSatisfying(
            TrialRefused.class,
            refused ->
                assertThat(refused.objections())
                    .extracting(Objection::kind)
                    .containsExactly(Objection.Kind.NOT_WHOLE));
  }
}
