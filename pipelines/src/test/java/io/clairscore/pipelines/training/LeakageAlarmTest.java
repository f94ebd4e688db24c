package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.LeakageConf;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LeakageAlarmTest {
  private static final LeakageConf LIMITS = new LeakageConf(0.82, 0.80);
  private static final Map<String, Double> AUCS = Map.of("HONEST", 0.79, "LEAK", 0.81, "SPY", 0.9);

  private static LeakageAlarm allowing(String... names) {
    return new LeakageAlarm(LIMITS, Set.of(names));
  }

  private static void assertRefuses(ThrowingCallable check, String message) {
    assertThatThrownBy(check)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(error -> ((Refusal) error).kind())
        .isEqualTo(Refusal.Kind.MODEL);
  }

  @Test
  void stopsAtEveryFeatureAboveTheLimitThatIsNotAllowedByName() {
    assertRefuses(() -> allowing().checkFeatures(AUCS), "[LEAK, SPY]");
    assertRefuses(() -> allowing("LEAK").checkFeatures(AUCS), "[SPY]");
    assertRefuses(() -> allowing("model").checkFeatures(AUCS), "--allow-leakage LEAK");
    allowing("LEAK", "SPY").checkFeatures(AUCS);
  }

  @Test
  void stopsAtAModelThatIsTooGoodUnlessAllowedByName() {
    allowing().checkModel("on the hold-out", 0.82);
    assertRefuses(
        () -> allowing("LEAK").checkModel("on the hold-out", 0.8201), "on the hold-out is 0.8201");
    allowing("model").checkModel("on the hold-out", 0.9);
  }

  @Test
  void tellsWhatWasAllowed() {
    assertThat(allowing().silenced(AUCS, 0.9)).hasSize(3);
    assertThat(allowing().silenced(Map.of("HONEST", 0.7), 0.7)).isEmpty();
  }
}
