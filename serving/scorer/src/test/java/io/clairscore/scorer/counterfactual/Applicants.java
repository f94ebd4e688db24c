package io.clairscore.scorer.counterfactual;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented applicants from a seed: plausible credits, odd ones now and then, cells missing. */
final class Applicants {
  private final Random random;

  Applicants(long seed) {
    random = new Random(seed);
  }

  Dossier next() {
    Rows application = new Rows(Application.SCHEMA, 1);
    boolean cash = random.nextInt(8) > 0;
    application.set(
        Application.NAME_CONTRACT_TYPE,
        0,
        Application.NAME_CONTRACT_TYPE.code(cash ? "Cash loans" : "Revolving loans"));
    double price = 4500 * (10 + random.nextInt(190));
    double credit = price * (random.nextBoolean() ? 1 : between(1, odd() ? 2 : 1.5));
    credit = random.nextBoolean() ? Math.rint(credit / 4.5) * 4.5 : credit;
    double months = odd() ? between(4, 60) : between(9, 37);
    set(application, Application.AMT_GOODS_PRICE, odd() ? Double.NaN : price);
    set(application, Application.AMT_CREDIT, credit);
    set(application, Application.AMT_ANNUITY, odd() ? Double.NaN : credit / (cash ? months : 20));
    set(application, Application.AMT_INCOME_TOTAL, odd() ? Double.NaN : between(3e4, 4e5));
    set(application, Application.DAYS_BIRTH, -9000 - random.nextInt(15_000));
    set(application, Application.DAYS_EMPLOYED, odd() ? 365_243 : -random.nextInt(6000));
    for (NumberColumn score :
        List.of(Application.EXT_SOURCE_1, Application.EXT_SOURCE_2, Application.EXT_SOURCE_3)) {
      set(application, score, odd() ? Double.NaN : random.nextDouble());
    }
    return new Dossier(Map.of(Table.APPLICATION, application));
  }

  private boolean odd() {
    return random.nextInt(12) == 0;
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private static void set(Rows application, NumberColumn column, double value) {
    application.set(column, 0, value);
  }
}
