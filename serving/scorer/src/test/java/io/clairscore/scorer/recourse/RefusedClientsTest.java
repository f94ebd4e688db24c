package io.clairscore.scorer.recourse;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Text;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
import io.clairscore.scorer.advice.Advisor;
import io.clairscore.scorer.counterfactual.Counterfactuals;
import io.clairscore.scorer.counterfactual.Levers;
import io.clairscore.scorer.counterfactual.Outcome;
import io.clairscore.scorer.counterfactual.Proposal;
import io.clairscore.scorer.explanation.Narrative.Section;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.explanation.ReasonLimits;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.scorer.published.ClientStore;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.published.PublishedVersion;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The recourse of every refused client of a published version, which {@code
 * scripts/checks/scoring/recourse} names in CLAIRSCORE_PUBLISHED. Run by a person: it takes
 * minutes, and prints what it measured.
 */
class RefusedClientsTest {
  private static final Presentation LENDER =
      new Presentation(
          new Text("euros", "euros"),
          new Text(
              "votre conseiller, en agence ou par courrier",
              "your advisor, at your branch or by letter"));
  private static final int WARMING_UP = 300;

  private FeatureEngine engine;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Integer> missing = new ArrayList<>();
  private final List<Integer> gained = new ArrayList<>();
  private final List<Integer> stillMissing = new ArrayList<>();
  private final List<Double> milliseconds = new ArrayList<>();

  @Test
  void everyChangeAndEveryHighestScoreIsWhatTheWholeEngineSays() {
    String folder = System.getenv("CLAIRSCORE_PUBLISHED");
    if (folder == null) {
      System.err.println(
          "SKIPPED: no published version. scripts/checks/scoring/recourse names one and runs this.");
    }
    Assumptions.assumeTrue(folder != null, "CLAIRSCORE_PUBLISHED names no published version");
    Path named = Path.of(folder);
    PublishedVersion version =
        new Published(named.getParent()).version(named.getFileName().toString());
    Bundle bundle = version.bundle(Catalogue.core().hash());
    engine = new FeatureEngine(bundle.manifest().featuresOf(Catalogue.core()));
    Scorer scorer = Scorer.of(bundle);
    List<Dossier> refused = refused(version.clients(), scorer);
    Counterfactuals search = Counterfactuals.of(bundle, Catalogue.core(), Levers.standard());
    refused.stream().limit(WARMING_UP).forEach(search::of);
    int needed = bundle.manifest().points().of(bundle.manifest().threshold().margin());
    for (Dossier dossier : refused) {
      long start = threads.getCurrentThreadCpuTime();
      Outcome outcome = search.of(dossier);
      milliseconds.add((threads.getCurrentThreadCpuTime() - start) / 1e6);
      check(scorer, dossier, outcome, needed);
    }
    print(refused.size());
    say(new Advisor(bundle, Catalogue.core(), ReasonLimits.DEFAULT), refused);
  }

  private List<Dossier> refused(ClientStore clients, Scorer scorer) {
    return clients
        .all()
        .map(ClientRecord::dossier)
        .filter(dossier -> scorer.score(engine.compute(dossier)).decision() == Decision.REFUSED)
        .toList();
  }

  private void check(Scorer scorer, Dossier dossier, Outcome outcome, int needed) {
    List<Proposal> proposals = new ArrayList<>(outcome.proposals());
    int points = outcome.score().points();
    missing.add(Math.max(0, needed - points));
    if (outcome instanceof Outcome.NoRealisticChange none) {
      none.highest().ifPresent(proposals::add);
      int highest = none.highest().map(Proposal::score).orElse(none.score()).points();
      assertThat(highest).isBetween(points, needed);
      gained.add(highest - points);
      stillMissing.add(needed - highest);
      count(none.highest().isEmpty() ? "no change brings a point" : "a change brings points");
    } else {
      assertThat(outcome).isInstanceOf(Outcome.Found.class);
      count("a change suffices");
    }
    for (Proposal proposal : proposals) {
      assertThat(scorer.score(engine.compute(proposal.applyTo(dossier))))
          .as("client " + dossier.clientId())
          .isEqualTo(proposal.score());
      assertThat(proposal.score().decision() == Decision.ACCEPTED)
          .isEqualTo(outcome instanceof Outcome.Found);
      assertThat(proposal.score().points()).isGreaterThanOrEqualTo(points);
      count("scored again");
    }
  }

  private void print(int refused) {
    System.out.printf("%,d refused clients: %s%n", refused, counts);
    System.out.println("points missing:                    " + quantiles(missing));
    System.out.println("points the highest change brings:  " + quantiles(gained));
    System.out.println("points missing even then:          " + quantiles(stillMissing));
    double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "time of one thread: median %.1f ms, p95 %.1f ms, longest %.1f ms%n",
        sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)], sorted[sorted.length - 1]);
  }

  private static String quantiles(List<Integer> values) {
    int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
    if (sorted.length == 0) {
      return "nobody";
    }
    IntUnaryOperator at = percent -> sorted[(sorted.length - 1) * percent / 100];
    return Arrays.stream(new int[] {0, 10, 25, 50, 75, 90, 100})
        .mapToObj(percent -> percent + " %: " + at.applyAsInt(percent))
        .toList()
        .toString();
  }

  /** What is said to every client is complete; of some, spread over all, it is printed. */
  private void say(Advisor advisor, List<Dossier> refused) {
    String asked = System.getenv("CLAIRSCORE_TEST_SAY");
    int printed = asked == null ? 0 : Integer.parseInt(asked);
    int every = Math.max(1, refused.size() / Math.max(1, printed));
    Map<String, Integer> aspects = new TreeMap<>();
    List<RecourseText> texts =
        Arrays.stream(Language.values()).map(in -> RecourseText.in(in, LENDER)).toList();
    for (int i = 0; i < refused.size(); i++) {
      Recourse recourse = advisor.explain(refused.get(i)).recourse();
      texts.get(0).time(recourse).forEach(l -> add(aspects, "time " + l.weight().aspect()));
      texts.get(0).checks(recourse).forEach(l -> add(aspects, "check " + l.weight().aspect()));
      for (RecourseText text : texts) {
        List<Section> sections = text.sections(recourse);
        assertThat(sections).hasSize(4).allMatch(section -> !section.lines().isEmpty());
        if (printed > 0 && i % every == 0) {
          print(sections);
        }
      }
    }
    System.out.println("told: " + aspects);
  }

  private static void print(List<Section> sections) {
    System.out.println();
    for (Section section : sections) {
      System.out.println(section.heading());
      section.lines().forEach(line -> System.out.println("- " + line));
    }
  }

  private void count(String what) {
    add(counts, what);
  }

  private static void add(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
