package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.features.text.Amounts;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Scorer;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The search on the clients of a published version, which {@code
 * scripts/checks/scoring/counterfactuals} names in CLAIRSCORE_PUBLISHED. Run by a person: it takes
 * minutes, and prints what it measured.
 */
class PublishedClientsTest {
  private static final int CLIENTS = 500;
  private static final int SEARCHED_SLOWLY = 50;
  private static final double A_CENT = 1e-6;

  private final Levers levers = Levers.standard();
  private FeatureEngine engine;
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void theSearchHoldsForRefusedClients() {
    String folder = System.getenv("CLAIRSCORE_PUBLISHED");
    if (folder == null) {
      System.err.println(
          "SKIPPED: no published version. scripts/checks/scoring/counterfactuals names one and runs this.");
    }
    Assumptions.assumeTrue(folder != null, "CLAIRSCORE_PUBLISHED names no published version");
    Path named = Path.of(folder);
    PublishedVersion version =
        new Published(named.getParent()).version(named.getFileName().toString());
    Bundle bundle = version.bundle(Catalogue.core().hash());
    engine = new FeatureEngine(bundle.manifest().featuresOf(Catalogue.core()));
    Scorer scorer = Scorer.of(bundle);
    List<Dossier> refused = refused(version.clients(), scorer);
    Counterfactuals search = Counterfactuals.of(bundle, Catalogue.core(), levers);
    // The first pass is for the compiler.
    refused.forEach(search::of);

    List<Outcome> outcomes = new ArrayList<>();
    // Time of the thread, not of the clock: the machine may be busy with other work.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] milliseconds = new double[refused.size()];
    for (int i = 0; i < milliseconds.length; i++) {
      long start = threads.getCurrentThreadCpuTime();
      outcomes.add(search.of(refused.get(i)));
      milliseconds[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
      check(scorer, refused.get(i), outcomes.get(i));
    }
    print(bundle, milliseconds);
    say(refused, outcomes);
    List<Integer> toCompare = halfOfThemFound(outcomes);
    for (int i : toCompare) {
      compare(scorer, refused.get(i), outcomes.get(i), i);
    }
    System.out.println(toCompare.size() + " searched slowly, none smaller was missed");
  }

  /** One in two refused clients, until there are enough. */
  private List<Dossier> refused(ClientStore clients, Scorer scorer) {
    List<Dossier> refused =
        clients
            .all()
            .map(ClientRecord::dossier)
            .filter(dossier -> scorer.score(engine.compute(dossier)).decision() == Decision.REFUSED)
            .limit(2L * CLIENTS - 1)
            .toList();
    return IntStream.iterate(0, i -> i < refused.size(), i -> i + 2)
        .mapToObj(refused::get)
        .toList();
  }

  /** Which clients to search for the slow way: as many with a change as without, if there are. */
  private static List<Integer> halfOfThemFound(List<Outcome> outcomes) {
    List<Integer> found = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      (outcomes.get(i) instanceof Outcome.Found ? found : others).add(i);
    }
    List<Integer> chosen =
        new ArrayList<>(found.subList(0, Math.min(found.size(), SEARCHED_SLOWLY / 2)));
    int left = Math.min(others.size(), SEARCHED_SLOWLY - chosen.size());
    chosen.addAll(others.subList(0, left));
    return chosen;
  }

  private void check(Scorer scorer, Dossier dossier, Outcome outcome) {
    count(outcome.getClass().getSimpleName());
    if (!(outcome instanceof Outcome.Found found)) {
      assertThat(outcome).isInstanceOf(Outcome.NoRealisticChange.class);
      return;
    }
    count("of two inputs", found.best().changes().size() - 1);
    found.best().changes().forEach(change -> count("best: " + change.lever().name()));
    List<Proposal> proposals = new ArrayList<>(found.single());
    proposals.add(found.best());
    for (Proposal proposal : proposals) {
      Dossier changed = proposal.applyTo(dossier);
      assertThat(scorer.score(engine.compute(changed)).decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(levers.allow(dossier.application(), changed.application())).isTrue();
      Rows restored = changed.application().copy();
      for (NumberColumn column : levers.columns()) {
        restored.set(column, 0, dossier.application().number(column, 0));
      }
      assertThat(dossier.with(Table.APPLICATION, restored)).isEqualTo(dossier);
    }
  }

  private void compare(Scorer scorer, Dossier dossier, Outcome outcome, int seed) {
    double found =
        outcome instanceof Outcome.Found f ? f.best().leastDistance() : Double.POSITIVE_INFINITY;
    SlowSearch slow = new SlowSearch(levers, engine, scorer, dossier, 40);
    int client = dossier.clientId();
    assertThat(slow.nearestPair()).as("client " + client).isGreaterThanOrEqualTo(found - A_CENT);
    assertThat(new SlowSearch(levers, engine, scorer, dossier, 500).nearestSingle())
        .as("client " + client)
        .isGreaterThanOrEqualTo(found - A_CENT);
    assertThat(slow.acceptedWithin(Math.min(found, 2) - A_CENT, 1000, new Random(seed))).isEmpty();
  }

  private void print(Bundle bundle, double[] milliseconds) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "%d trees, %d refused clients, time of one thread: median %.1f ms, p95 %.1f ms, longest %.1f ms%n%s%n",
        bundle.trees().treeCount(),
        sorted.length,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1],
        counts);
  }

  /** A few answers without the client's number, to be read by a person. */
  private void say(List<Dossier> dossiers, List<Outcome> outcomes) {
    List<Integer> chosen = halfOfThemFound(outcomes);
    for (int i : chosen.subList(0, Math.min(12, chosen.size()))) {
      for (Language language : Language.values()) {
        Sentences sentences =
            Sentences.standard(language, new Amounts(new Figures(language), "euros"));
        outcomes
            .get(i)
            .proposals()
            .forEach(p -> System.out.println(sentences.suffices(p, dossiers.get(i).application())));
      }
    }
  }

  private void count(String what) {
    count(what, 1);
  }

  private void count(String what, int times) {
    counts.merge(what, times, Integer::sum);
  }
}
