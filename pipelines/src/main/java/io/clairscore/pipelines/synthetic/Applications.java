package io.clairscore.pipelines.synthetic;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.schema.TableSchema;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Draws clients and their applications. */
final class Applications {
  private static final TableSchema SCHEMA = Table.APPLICATION.schema();

  /** Upper edges of the price bands, as fit.py sets them. */
  private static final double[] BANDS = {135_000, 225_000, 450_000, 675_000, 900_000};

  /** Band of a household with one adult; couples are beyond. */
  private static final double[] ALONE = {1};

  private static final Set<Column> NOT_OF_THE_IDLE =
      Set.of(Application.OCCUPATION_TYPE, Application.ORGANIZATION_TYPE);

  private final Latents latents = new Latents(Statistics.published().correlations("application"));
  private final Block labelled = new Block("application.train", latents, SCHEMA);
  private final Block fresh = new Block("application.test", latents, SCHEMA);
  private final Map<Trait, Integer> traits = new EnumMap<>(Trait.class);

  Applications() {
    for (Trait trait : Trait.values()) {
      traits.put(trait, latents.position(trait.name()));
    }
  }

  /** A client of a population. */
  Client client(Population population, int number) {
    boolean known = population.isLabelled(number);
    double[] z = latents.draw(Streams.APPLICATION.of(population.seed(), number));
    population.shifts().forEach((name, by) -> z[latents.position(name)] += by);
    Block block = known ? labelled : fresh;
    Map<Trait, Double> values = new EnumMap<>(Trait.class);
    traits.forEach((trait, at) -> values.put(trait, trait.centred(z[at])));
    return new Client(
        number,
        known,
        population.seed(),
        z,
        (int) Math.min(block.value("NB", z), Population.firstOrphan()),
        (int) Math.min(block.value("NP", z), Population.firstOrphan()),
        values);
  }

  /** The application row of a client, without TARGET for a new client. */
  TableRows rows(Client client) {
    TableRows rows = new TableRows(Table.APPLICATION);
    Block block = client.labelled() ? labelled : fresh;
    rows.add();
    block.fill(rows, client.z());
    rows.set(Application.SK_ID_CURR, client.id());
    if (!client.labelled()) {
      rows.set(Application.TARGET, Double.NaN);
    }
    employment(rows);
    household(rows, block, client.z());
    credit(rows, block, client.z());
    rows.set(Application.FLAG_MOBIL, 1);
    return rows;
  }

  /** Pensioners and unemployed carry no employer, no occupation and the "no date" sentinel. */
  private static void employment(TableRows rows) {
    String income =
        TableRows.value(Application.NAME_INCOME_TYPE, rows.get(Application.NAME_INCOME_TYPE));
    boolean idle = income.equals("Pensioner") || income.equals("Unemployed");
    rows.set(Application.FLAG_EMP_PHONE, idle ? 0 : 1);
    if (idle) {
      rows.set(Application.DAYS_EMPLOYED, NumberColumn.NO_DATE);
      NOT_OF_THE_IDLE.forEach(column -> rows.set(column, CategoryColumn.MISSING));
      rows.set(Application.ORGANIZATION_TYPE, "XNA");
    } else {
      // Nobody began to work before the age of 16.
      double sixteen = rows.get(Application.DAYS_BIRTH) + 16 * 365;
      rows.set(Application.DAYS_EMPLOYED, Math.max(rows.get(Application.DAYS_EMPLOYED), sixteen));
    }
  }

  private static void household(TableRows rows, Block block, double[] z) {
    String family =
        TableRows.value(Application.NAME_FAMILY_STATUS, rows.get(Application.NAME_FAMILY_STATUS));
    int adults = family.equals("Married") || family.equals("Civil marriage") ? 2 : 1;
    double children = block.value("CNT_CHILDREN", ALONE, adults, z);
    rows.set(Application.CNT_CHILDREN, children);
    rows.set(Application.CNT_FAM_MEMBERS, children + adults);
    if (rows.get(Application.FLAG_OWN_CAR) != Application.FLAG_OWN_CAR.code("Y")) {
      rows.set(Application.OWN_CAR_AGE, Double.NaN);
    }
    // Nobody defaults among more acquaintances, or over a longer delay, than were observed.
    cap(rows, Application.OBS_60_CNT_SOCIAL_CIRCLE, Application.OBS_30_CNT_SOCIAL_CIRCLE);
    cap(rows, Application.DEF_30_CNT_SOCIAL_CIRCLE, Application.OBS_30_CNT_SOCIAL_CIRCLE);
    cap(rows, Application.DEF_60_CNT_SOCIAL_CIRCLE, Application.DEF_30_CNT_SOCIAL_CIRCLE);
  }

  private static void cap(TableRows rows, Column column, Column limit) {
    rows.set(column, Math.min(rows.get(column), rows.get(limit)));
  }

  /**
   * The price is drawn, the credit is the price times a ratio, the annuity the credit times a rate.
   */
  private static void credit(TableRows rows, Block block, double[] z) {
    String contract =
        "/"
            + TableRows.value(
                Application.NAME_CONTRACT_TYPE, rows.get(Application.NAME_CONTRACT_TYPE));
    double price = Math.rint(block.value("GOODS" + contract, z) / 4500) * 4500;
    double credit = Money.units(price * block.value("RATIO" + contract, BANDS, price, z));
    rows.set(Application.AMT_GOODS_PRICE, price);
    rows.set(Application.AMT_CREDIT, credit);
    rows.set(
        Application.AMT_ANNUITY,
        Money.units(credit * block.value("RATE" + contract, BANDS, price, z)));
    rows.set(
        Application.AMT_INCOME_TOTAL,
        Math.rint(rows.get(Application.AMT_INCOME_TOTAL) / 450) * 450);
  }
}
