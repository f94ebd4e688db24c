package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clairscore.scorer.published.ScoringRecord.ReasonPoints;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringRecordTest {

  @Test
  void readingGivesEveryBitThatWasWritten() throws IOException {
    float[] odd = {Float.NaN, -0f, Float.MIN_VALUE, -Float.MAX_VALUE, 0.1f};
    List<ReasonPoints> reasons = List.of(new ReasonPoints(65_535, -40_000), new ReasonPoints(0, 1));
    byte[] application =
        ScoringRecord.compressed(JsonNodeFactory.instance.objectNode().put("NAME", "Maçon"));
    ScoringRecord read =
        ScoringRecord.of(7, new ScoringRecord(7, odd, reasons, application).bytes());
    assertThat(bits(read.features())).isEqualTo(bits(odd));
    assertThat(read.client()).isEqualTo(7);
    assertThat(read.reasons()).isEqualTo(reasons);
    assertThat(read.application()).isEqualTo(application);
    assertThat(read.applicationJson().path("NAME").asText()).isEqualTo("Maçon");
  }

  private static int[] bits(float[] vector) {
    return IntStream.range(0, vector.length).map(i -> Float.floatToRawIntBits(vector[i])).toArray();
  }

  @Test
  void aRecordOfNothingIsARecord() throws IOException {
    ScoringRecord read =
        ScoringRecord.of(1, new ScoringRecord(1, new float[0], List.of(), new byte[0]).bytes());
    assertThat(read.features()).isEmpty();
    assertThat(read.reasons()).isEmpty();
    assertThat(read.application()).isEmpty();
  }

  @Test
  void aChangedByteACutOrAnotherClientIsRefused() {
    byte[] whole = SmallVersions.scoring(7).bytes();
    for (int at = 0; at < whole.length; at++) {
      byte[] harmed = whole.clone();
      harmed[at] ^= 0x20;
      assertThatThrownBy(() -> ScoringRecord.of(7, harmed)).isInstanceOf(IOException.class);
      byte[] cut = Arrays.copyOf(whole, at);
      assertThatThrownBy(() -> ScoringRecord.of(7, cut)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> ScoringRecord.of(8, whole))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another client");
  }

  @Test
  void moreThanARecordHoldsIsAFault() {
    assertThatThrownBy(() -> new ScoringRecord(1, new float[65_536], List.of(), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    List<ReasonPoints> many = Collections.nCopies(65_536, new ReasonPoints(0, 0));
    assertThatThrownBy(() -> new ScoringRecord(1, new float[0], many, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
