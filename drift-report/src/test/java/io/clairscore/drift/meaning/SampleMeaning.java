package io.clairscore.drift.meaning;

import io.clairscore.features.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something of everything, the same at each call. */
public final class SampleMeaning {
  private SampleMeaning() {}

  /** Of a population told apart by these columns. */
  public static Meaning full(String... telling) {
    return new Meaning(
        PerformanceEstimate.of(
            SimulatedClients.of(2000, 0.4, 0, 1).tally(),
            10,
            1,
            Map.of(
                OutcomeFigure.DEFAULT_RATE, new Interval(0.081, 0.076, 0.086),
                OutcomeFigure.COST_PER_CLIENT, new Interval(0.512, 0.49, 0.53),
                OutcomeFigure.RECALL, new Interval(0.66, 0.62, 0.70),
                OutcomeFigure.REFUSAL_RATE, new Interval(0.29, 0.28, 0.30),
                OutcomeFigure.AUC, new Interval(0.77, 0.75, 0.79)),
            9106),
        List.of(
            segments("NAME_CONTRACT_TYPE", "Type de contrat", "Contract type", 2),
            segments("NAME_INCOME_TYPE", "Type de revenu", "Income type", 14)),
        DomainShift.of(
            4000,
            4000,
            120,
            0.63,
            0.55,
            0.65,
            List.of(new TellingFeature(telling[0], 0.41), new TellingFeature(telling[1], 0.2))),
        new CorrelationShift(
            0.15, 45, List.of(new PairShift(telling[0], telling[1], 0.02, 0.31, 0.0001, true))));
  }

  private static SegmentShift segments(String column, String french, String english, int count) {
    Map<String, SegmentTally> before = new TreeMap<>();
    Map<String, SegmentTally> after = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      before.put("value <" + i + ">", tally(300 + 100 * i, 600 + i));
      after.put("value <" + i + ">", tally(400 + 50 * i, 598 + 2 * i));
    }
    before.put(SegmentTerm.NONE, tally(40, 550));
    before.put("gone", tally(60, 640));
    return Segmentation.of(
        column,
        new Text(french, english),
        before,
        after,
        value -> new Text("« " + value + " »", "\"" + value + "\""));
  }

  private static SegmentTally tally(int clients, double mean) {
    return new SegmentTally(clients, clients * mean, clients * (mean * mean + 2500), clients / 3);
  }
}
