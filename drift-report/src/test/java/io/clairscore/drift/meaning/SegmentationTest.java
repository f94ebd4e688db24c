package io.clairscore.drift.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clairscore.features.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SegmentationTest {
  private static final Text LABEL = new Text("Colonne", "Column");

  private record Client(String segment, double points, boolean refused) {}

  private static List<Client> clients(int count, String[] segments, double push, Random random) {
    return random
        .ints(count, 0, segments.length)
        .mapToObj(
            segment -> {
              double points = 600 + 15 * segment + push + 40 * random.nextGaussian();
              return new Client(segments[segment], points, points < 560);
            })
        .toList();
  }

  private static Map<String, SegmentTally> tallies(List<Client> clients) {
    Map<String, SegmentTally> tallies = new HashMap<>();
    for (Client client : clients) {
      tallies.merge(
          client.segment,
          SegmentTally.EMPTY.plus(client.points, client.refused),
          SegmentTally::plus);
    }
    return tallies;
  }

  private static SegmentShift shift(List<Client> before, List<Client> after) {
    return Segmentation.of(
        "C", LABEL, tallies(before), tallies(after), value -> new Text(value, value));
  }

  private static double mean(List<Client> clients, String segment, boolean refusals) {
    return clients.stream()
        .filter(client -> segment == null || client.segment.equals(segment))
        .mapToDouble(client -> refusals ? (client.refused ? 1 : 0) : client.points)
        .average()
        .orElse(Double.NaN);
  }

  @RepeatedTest(20)
  void termsAreThoseOfALoopAndAddUpExactly(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    // "d" exists before only, "e" after only.
    List<Client> before = clients(1500, new String[] {"a", "b", "b", "c", "d"}, 0, random);
    List<Client> after = clients(900, new String[] {"a", "a", "c", "e", "b"}, -12, random);

    SegmentShift shift = shift(before, after);

    for (boolean refusals : new boolean[] {false, true}) {
      double sum = 0;
      for (SegmentTerm term : shift.terms()) {
        Effect effect = refusals ? term.refusals() : term.score();
        double from = mean(before, term.value(), refusals);
        double to = mean(after, term.value(), refusals);
        double start = Double.isNaN(from) ? to : from;
        double end = Double.isNaN(to) ? from : to;
        double share = (double) term.reference() / before.size();
        double shareAfter = (double) term.current() / after.size();
        double all = (mean(before, null, refusals) + mean(after, null, refusals)) / 2;
        assertThat(effect.within())
            .isCloseTo((end - start) * (share + shareAfter) / 2, within(1e-9));
        assertThat(effect.mix())
            .isCloseTo((shareAfter - share) * ((start + end) / 2 - all), within(1e-9));
        sum += effect.mix() + effect.within();
      }
      assertThat(sum)
          .isCloseTo(mean(after, null, refusals) - mean(before, null, refusals), within(1e-9));
    }
    assertThat(shift.terms())
        .extracting(SegmentTerm::value)
        .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
  }

  @Test
  void aChangedMixAloneIsAllMix() {
    List<Client> reference = clients(1000, new String[] {"a", "b"}, 0, new Random(1));
    List<Client> onlyA = reference.stream().filter(client -> client.segment.equals("a")).toList();

    SegmentShift shift = shift(reference, onlyA);

    assertThat(shift.score().within()).isZero();
    assertThat(shift.score().mix()).isLessThan(-3);
    assertThat(shift.terms()).noneMatch(term -> term.score().changed());
  }

  @Test
  void aChangeWithinIsNoMix() {
    List<Client> before = clients(1000, new String[] {"a", "b"}, 0, new Random(1));
    List<Client> after = clients(1000, new String[] {"a", "b"}, -12, new Random(1));

    SegmentShift shift = shift(before, after);

    assertThat(shift.score().within()).isCloseTo(-12, within(1e-9));
    assertThat(shift.score().mix()).isCloseTo(0, within(1e-9));
    assertThat(shift.terms()).allMatch(term -> term.score().changed());
  }

  @Test
  void theBoundOfASegmentHoldsWhatChanceDoes() {
    int beyond = 0;
    for (int run = 0; run < 200; run++) {
      Random random = new Random(run);
      SegmentShift shift =
          shift(
              clients(800, new String[] {"a", "b"}, 0, random),
              clients(600, new String[] {"a", "b"}, 0, random));
      beyond += shift.terms().get(0).score().changed() ? 1 : 0;
    }
    assertThat(beyond).as("of 200, 5 % by chance").isBetween(2, 20);
  }

  @Test
  void smallSegmentsAreToldTogether() {
    Map<String, SegmentTally> tallies = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      tallies.put("big" + i, new SegmentTally(100 + i, 60_000, 36e6, 10));
    }
    tallies.put("one person", new SegmentTally(1, 500, 250_000, 1));

    SegmentShift shift =
        Segmentation.of("C", LABEL, tallies, tallies, value -> new Text(value, value));

    assertThat(shift.terms()).hasSize(13);
    assertThat(shift.terms())
        .extracting(SegmentTerm::value)
        .contains("big19", SegmentTerm.OTHERS)
        .doesNotContain("one person", "big0");
    assertThat(shift.terms().stream().mapToLong(SegmentTerm::reference).sum())
        .isEqualTo(tallies.values().stream().mapToLong(SegmentTally::clients).sum());
  }
}
