package io.clairscore.drift.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.drift.profile.PopulationProfile;
import io.clairscore.drift.verdict.DatasetVerdict;
import io.clairscore.drift.verdict.DriftOptions;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.RuleSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * How often two random halves of one population raise an alarm: {@code scripts/checks/drift/power}.
 */
@EnabledIfEnvironmentVariable(named = "CLAIRSCORE_TEST_APPLICATIONS", matches = ".+")
class RandomSplitsTest {
  private static final int SPLITS = 200;
  private static final List<Integer> ROWS = List.of(1000, 2000, 5000);

  @Test
  void halvesOfOnePopulationRaiseAnAlarmInAtMostOneOfTwentyReports() throws IOException {
    ApplicationRows applications = ApplicationRows.read(files());
    for (int rows : ROWS) {
      if (2 * rows <= applications.rows().size()) {
        Tally equal = new Tally();
        Tally ranked = new Tally();
        Random random = new Random(rows);
        for (int split = 0; split < SPLITS; split++) {
          add(applications, rows, random, equal, ranked);
        }
        tell(applications, rows, "equal importances", equal);
        tell(applications, rows, "ten columns more important", ranked);
        assertThat(equal.alarms).isLessThanOrEqualTo(SPLITS / 20);
        assertThat(ranked.alarms).isLessThanOrEqualTo(SPLITS / 20);
      }
    }
  }

  private static void add(
      ApplicationRows applications, int rows, Random random, Tally equal, Tally ranked) {
    List<Integer> order =
        IntStream.range(0, applications.rows().size()).boxed().collect(Collectors.toList());
    Collections.shuffle(order, random);
    PopulationProfile before = applications.profile(part(order, 0, rows));
    PopulationProfile after = applications.profile(part(order, rows, 2 * rows));
    equal.add(DriftReport.of(before, after, DriftOptions.STANDARD));
    DriftOptions options = DriftOptions.STANDARD.withImportances(importances(before, random));
    ranked.add(DriftReport.of(before, after, options));
  }

  private static IntStream part(List<Integer> order, int from, int to) {
    return order.subList(from, to).stream().mapToInt(Integer::intValue);
  }

  /** Importances that fall from a first column on, in an order drawn anew. */
  private static Map<String, Double> importances(PopulationProfile of, Random random) {
    List<String> names = new ArrayList<>(of.columns().keySet());
    Collections.shuffle(names, random);
    Map<String, Double> importances = new HashMap<>();
    names.forEach(name -> importances.put(name, 1.0 / (1 + importances.size())));
    return importances;
  }

  private static List<Path> files() {
    String files = System.getenv("CLAIRSCORE_TEST_APPLICATIONS");
    return Stream.of(files.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static void tell(ApplicationRows applications, int rows, String what, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "%d splits into %,d and %,d rows of %d columns, %s: %d alarms, %d by the share rule, %d by"
            + " Evidently's; columns called drifted per report: %.2f, by Evidently's rules %.2f%n",
        SPLITS,
        rows,
        rows,
        applications.columns().size(),
        what,
        tally.alarms,
        tally.shareAlarms,
        tally.evidentlyAlarms,
        (double) tally.drifted / SPLITS,
        (double) tally.evidentlyDrifted / SPLITS);
  }

  private static final class Tally {
    private int alarms;
    private int shareAlarms;
    private int evidentlyAlarms;
    private int drifted;
    private int evidentlyDrifted;

    void add(DriftReport report) {
      assertThat(report.policy().rules()).isEqualTo(RuleSet.CLAIRSCORE);
      DatasetVerdict verdict = report.verdict();
      alarms += verdict.alarm() ? 1 : 0;
      shareAlarms += verdict.byNumber().shareAlarm() ? 1 : 0;
      evidentlyAlarms += verdict.byEvidently().evidentlyShare() >= 0.5 ? 1 : 0;
      drifted += verdict.counts().drifted();
      evidentlyDrifted += verdict.byEvidently().evidentlyDrifted();
    }
  }
}
