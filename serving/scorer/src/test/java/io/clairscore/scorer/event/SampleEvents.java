package io.clairscore.scorer.event;

import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Level;
import io.clairscore.scorer.Score;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Predictions like those that a service answers, drawn from a seed. */
public final class SampleEvents {
  private final Random random;

  public SampleEvents(long seed) {
    random = new Random(seed);
  }

  /** A prediction for one of a hundred clients, a new applicant now and then. */
  public PredictionEvent next() {
    boolean known = random.nextInt(5) > 0;
    return of(
        known ? OptionalLong.of(100_001 + random.nextInt(100)) : OptionalLong.empty(),
        random.nextInt(4) == 0 ? OptionalInt.of(random.nextInt(20)) : OptionalInt.empty());
  }

  /** A prediction for a client. */
  public PredictionEvent of(OptionalLong client, OptionalInt place) {
    float[] vector = new float[30];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextInt(7) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    float margin = (float) random.nextGaussian();
    double probability = 1 / (1 + Math.exp(-margin));
    String application =
        "{\"AMT_CREDIT\":" + 1000 * random.nextInt(900) + ",\"NAME_CONTRACT_TYPE\":\"Cash loans\"}";
    return new PredictionEvent(
        new Inquiry(
            new Actor("account-" + random.nextInt(5), "ACCOUNT"),
            "application",
            "POST /api/clients/{client}/score",
            Long.toHexString(random.nextLong())),
        place,
        client,
        new ModelStamp("run-1", "checksum", "version-1", "catalogue"),
        PackedJson.pack(application.getBytes(StandardCharsets.UTF_8)),
        PackedVector.pack(vector),
        new Score(
            margin,
            probability,
            600 - (int) (40 * margin),
            Level.values()[random.nextInt(7)],
            margin > 0 ? Decision.REFUSED : Decision.ACCEPTED,
            random.nextInt(9) == 0),
        0.0,
        "[{\"feature\":\"EXT_SOURCE_MEAN\",\"points\":-" + random.nextInt(40) + "}]");
  }
}
