package io.clairscore.pipelines.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Bureau;
import io.clairscore.features.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvTextTest {

  @Test
  void writesNumbersAsThePublishedFilesDo() {
    TableRows rows = new TableRows(Table.BUREAU);
    rows.add();
    rows.set(Bureau.SK_ID_CURR, 100_001);
    rows.set(Bureau.DAYS_CREDIT, -497);
    rows.set(Bureau.DAYS_CREDIT_ENDDATE, -153);
    rows.set(Bureau.AMT_CREDIT_SUM, 91_323);
    rows.set(Bureau.AMT_CREDIT_SUM_DEBT, -4.5);

    assertThat(line(rows, true)).isEqualTo("100001,,,,-497,,-153.0,,,,91323.0,-4.5,,,,,\n");
  }

  @Test
  void quotesAValueWithAComma() {
    TableRows rows = new TableRows(Table.APPLICATION);
    rows.add();
    rows.set(Application.WALLSMATERIAL_MODE, "Stone, brick");

    assertThat(line(rows, true)).contains(",\"Stone, brick\",");
  }

  @Test
  void leavesTargetOutOfTheFileOfNewClients() {
    String header =
        new String(
            new CsvText(Table.APPLICATION, "application_test").header(), StandardCharsets.UTF_8);

    assertThat(header).startsWith("SK_ID_CURR,NAME_CONTRACT_TYPE,").doesNotContain("TARGET");
    assertThat(
            new String(
                new CsvText(Table.APPLICATION, "application_train").header(),
                StandardCharsets.UTF_8))
        .startsWith("SK_ID_CURR,TARGET,NAME_CONTRACT_TYPE,");
  }

  @Test
  void readBackANumberIsTheSameDouble() {
    SplittableRandom random = new SplittableRandom(3);
    for (double scale : new double[] {1, 100, 1e4, 1e6, 1e9}) {
      for (int i = 0; i < 2000; i++) {
        double value = Money.decimals((random.nextDouble() - 0.5) * 1e5, scale);
        TableRows rows = new TableRows(Table.BUREAU);
        rows.add();
        rows.set(Bureau.AMT_CREDIT_SUM, value);
        String text = line(rows, true).split(",", -1)[Bureau.AMT_CREDIT_SUM.position()];
        assertThat(Double.parseDouble(text)).isEqualTo(value);
      }
    }
  }

  private static String line(TableRows rows, boolean labelled) {
    return new String(
        new CsvText(rows.table(), rows.table().files().get(labelled ? 0 : 1)).line(rows.row(0)),
        StandardCharsets.UTF_8);
  }
}
