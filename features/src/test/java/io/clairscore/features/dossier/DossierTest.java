package io.clairscore.features.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Table;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossierTest {

  @Test
  void rowsOfADossierCannotChangeButTheirCopyCan() {
    Rows application = new Rows(Application.SCHEMA, 1);
    Rows credits = new Rows(Bureau.SCHEMA, 2);
    credits.set(Bureau.SK_ID_BUREAU, 0, 9);
    credits.set(Bureau.SK_ID_BUREAU, 1, 4);
    Dossier dossier = new Dossier(Map.of(Table.APPLICATION, application, Table.BUREAU, credits));
    assertThatThrownBy(() -> application.set(Application.AMT_CREDIT, 0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("change a copy");
    assertThatThrownBy(() -> credits.set(Bureau.CREDIT_ACTIVE, 0, 1))
        .isInstanceOf(IllegalStateException.class);

    Rows copy = dossier.application().copy();
    copy.set(Application.AMT_CREDIT, 0, 1000);
    Dossier changed = dossier.with(Table.APPLICATION, copy);
    assertThat(changed.application().number(Application.AMT_CREDIT, 0)).isEqualTo(1000);
    assertThat(dossier.application().number(Application.AMT_CREDIT, 0)).isNaN();
    assertThat(changed).isNotEqualTo(dossier);
  }

  @Test
  void someNumbersOfAnApplicationCanBeReplacedInACopy() {
    Rows application = new Rows(Application.SCHEMA, 1);
    application.set(Application.AMT_CREDIT, 0, 1000);
    application.set(Application.AMT_ANNUITY, 0, 100);
    Dossier dossier = new Dossier(Map.of(Table.APPLICATION, application));

    Dossier changed = dossier.withApplication(Map.of(Application.AMT_CREDIT, 800.0));

    assertThat(changed.application().number(Application.AMT_CREDIT, 0)).isEqualTo(800);
    assertThat(changed.withApplication(Map.of(Application.AMT_CREDIT, 1000.0))).isEqualTo(dossier);
    assertThat(dossier.application().number(Application.AMT_CREDIT, 0)).isEqualTo(1000);
  }

  @Test
  void aDossierHasExactlyOneApplication() {
    assertThatThrownBy(() -> new Dossier(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exactly one application row, this one has 0");
  }

  @Test
  void rowsStandUnderTheirOwnTable() {
    Rows application = new Rows(Application.SCHEMA, 1);
    assertThatThrownBy(
            () ->
                new Dossier(
                    Map.of(
                        Table.APPLICATION,
                        application,
                        Table.BUREAU,
                        new Rows(application.schema(), 0))))
        .hasMessageContaining("Rows of application stand under BUREAU");
  }
}
