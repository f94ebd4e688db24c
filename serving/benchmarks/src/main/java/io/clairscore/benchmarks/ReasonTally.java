package io.clairscore.benchmarks;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.schema.Unit;
import io.clairscore.scorer.explanation.Comparison;
import io.clairscore.scorer.explanation.Direction;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Reason;
import io.clairscore.scorer.explanation.Theme;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts, over all clients, what reasons may not do and how much they tell. */
final class ReasonTally {
  /** From this rank correlation on, people know which way a feature goes. */
  private static final double KNOWN_DIRECTION = 0.5;

  private static final double ENOUGH = 0.8;

  /** Words nobody says to a client, names of columns, and numbers no person writes. */
  private static final Pattern UNSAYABLE =
      Pattern.compile(
          "(?i:\\bindice|\\bindex|varian[ct]|variabilit|médiane|\\bmedian|moyenne des? moyenne|"
              + "average of averages?|n°|informations? voisines?|related)"
              + "|[A-Z]{2,}_|_[A-Z]|NaN|Infinity|null|\\d[eE][+-]?\\d|[{}]|Optional");

  private final List<Feature> features;
  private final Associations associations;
  private final List<Narration> narrations;
  private final List<Double> coverages = new ArrayList<>();
  private final List<Double> themeCoverages = new ArrayList<>();
  private final List<Integer> reasonsOfClients = new ArrayList<>();
  private final List<Integer> themesOfClients = new ArrayList<>();
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Map<String, Integer> examples = new TreeMap<>();
  private final Map<String, Integer> withoutComparison = new TreeMap<>();
  private int reasons;
  private int alone;
  private int silent;

  ReasonTally(List<Feature> features, Associations associations, Narration... narrations) {
    this.features = features;
    this.associations = associations;
    this.narrations = List.of(narrations);
    for (String rule :
        List.of(
            "contradictions",
            "absences told twice",
            "inputs that may not decide",
            "unsayable words",
            "sums that do not make the score",
            "risks outside their level")) {
      broken.put(rule, 0);
    }
  }

  void add(int row, Explanation explanation) {
    List<String> texts = narrations.stream().map(n -> n.tell(explanation).text()).toList();
    List<Reason> told = explanation.reasons().toList();
    boolean[] compared = new boolean[told.size()];
    for (int i = 0; i < compared.length; i++) {
      compared[i] = narrations.get(0).compares(told.get(i));
    }
    synchronized (this) {
      coverages.add(explanation.coverage());
      themeCoverages.add(
          explanation.themes().stream().filter(Theme::told).mapToDouble(Theme::share).sum());
      reasonsOfClients.add(told.size());
      themesOfClients.add((int) explanation.themes().stream().filter(Theme::told).count());
      for (int i = 0; i < compared.length; i++) {
        add(row, told.get(i), compared[i]);
      }
      long absences = told.stream().filter(Reason::absent).map(Reason::absence).count();
      long distinct = told.stream().filter(Reason::absent).map(Reason::absence).distinct().count();
      find("absences told twice", absences != distinct, row, told.toString());
      int moved = explanation.score().points() - explanation.basePoints();
      int themes = explanation.themes().stream().mapToInt(Theme::points).sum();
      find(
          "sums that do not make the score",
          themes + explanation.barredPoints() != moved,
          row,
          "themes");
      find(
          "risks outside their level",
          !explanation.range().contains(explanation.score().probability()),
          row,
          explanation.range().toString());
      for (String text : texts) {
        Matcher word = UNSAYABLE.matcher(text);
        boolean found = word.find();
        find("unsayable words", found, row, found ? word.group() : "");
      }
    }
  }

  private void add(int row, Reason reason, boolean compared) {
    String name = reason.feature().name();
    reasons++;
    silent += reason.spoken() ? 0 : 1;
    boolean number = !reason.absent() && reason.feature().unit() != Unit.FLAG;
    if (!compared && number) {
      alone++;
      withoutComparison.merge(name, 1, Integer::sum);
    }
    find("inputs that may not decide", !reason.feature().decides(), row, name);
    find("contradictions", compared && contradicts(reason), row, name);
  }

  /** Whether what is said of accepted clients points the other way than the reason. */
  private boolean contradicts(Reason reason) {
    Comparison comparison = reason.comparison().orElseThrow();
    boolean adverse = reason.direction() == Direction.ADVERSE;
    if (comparison.kind() == Comparison.Kind.CASE) {
      return adverse ? comparison.value() > 0.5 : comparison.value() < 0.5;
    }
    double association = associations.of(features.indexOf(reason.feature()));
    boolean more = reason.value() > comparison.value();
    return Math.abs(association) >= KNOWN_DIRECTION && (association > 0 == more) != adverse;
  }

  private void find(String rule, boolean found, int row, String what) {
    if (found) {
      broken.merge(rule, 1, Integer::sum);
      examples.merge(rule + ": " + what, 1, Integer::sum);
    }
  }

  /** Prints all counts; whether nothing was found that the rules forbid. */
  boolean report(PrintStream out) {
    int clients = coverages.size();
    out.printf("%,d clients, %,d reasons%n", clients, reasons);
    broken.forEach((rule, count) -> out.printf("%-40s %,d%n", rule, count));
    examples.entrySet().stream()
        .limit(40)
        .forEach(e -> out.printf("  %,d %s%n", e.getValue(), e.getKey()));
    long enough = coverages.stream().filter(share -> share >= ENOUGH).count();
    out.printf(
        "clients with %.0f %% of the points told by reasons: %.1f %%%n",
        100 * ENOUGH, 100.0 * enough / clients);
    deciles(out, "coverage by reasons", coverages);
    deciles(out, "coverage by themes", themeCoverages);
    deciles(out, "reasons per client", reasonsOfClients);
    deciles(out, "themes per client", themesOfClients);
    out.printf(
        "reasons about a number without comparison: %.1f %%, with the subject alone: %.1f %%%n",
        100.0 * alone / reasons, 100.0 * silent / reasons);
    withoutComparison.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(20)
        .forEach(e -> out.printf("  %,d %s%n", e.getValue(), e.getKey()));
    return broken.values().stream().allMatch(count -> count == 0);
  }

  private static void deciles(PrintStream out, String name, List<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    StringBuilder line = new StringBuilder();
    for (int tenth = 0; tenth <= 10; tenth++) {
      line.append(" %.2f".formatted(sorted[(sorted.length - 1) * tenth / 10]));
    }
    out.printf("%-22s%s%n", name, line);
  }
}
