package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.study.results.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many fits a study may make, told before it makes them.
 *
 * @param conf effective configuration
 */
record Budget(Configuration conf) {

  /** One line per algorithm and comparison. */
  List<String> lines() {
    int folds = conf.training().folds();
    List<String> lines = new ArrayList<>();
    int fits = 0;
    lines.add("budget (fits = points x folds, and one on all training clients)");
    for (Ladder.Rung rung : new Ladder(conf).rungs()) {
      int points = rung.candidate().grid().size();
      int ofRung = points * folds + 1;
      fits += ofRung;
      lines.add(
          line(
              rung.name(),
              ofRung,
              points
                  + " points: "
                  + Wording.settings(rung.candidate().grid().get(0).parameters())));
    }
    int inSearch = new Search(conf).size() * conf.study().search().folds();
    int treatments = new Imbalance(conf).candidates().size() * (folds + 1);
    int others = 4 * folds + 3;
    lines.add(
        line("imbalance", treatments, conf.study().imbalance().algorithm() + ", 4 treatments"));
    lines.add(
        line(
            "search",
            inSearch,
            String.format(
                Locale.ROOT,
                "%d points on %d folds: grid, %d by TPE, %d at random; eta=%s",
                new Search(conf).size(),
                conf.study().search().folds(),
                conf.study().search().points(),
                conf.study().search().points(),
                conf.study().fast().eta())));
    lines.add(
        line(
            "others",
            others,
            "the tuned and monotone models, that of the other profile, shuffled outcomes"));
    lines.add("in all " + (fits + treatments + inSearch + others) + " fits");
    return lines;
  }

  private static String line(String name, int fits, String limits) {
    return String.format(Locale.ROOT, "  %-16s %4d fits  %s", name, fits, limits);
  }
}
