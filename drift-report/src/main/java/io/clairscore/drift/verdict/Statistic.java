package io.clairscore.drift.verdict;

import io.clairscore.drift.statistics.ChiSquare;
import io.clairscore.drift.statistics.CramersV;
import io.clairscore.drift.statistics.Divergence;
import io.clairscore.drift.statistics.StabilityIndex;
import io.clairscore.drift.statistics.TestResult;
import io.clairscore.drift.statistics.Wasserstein;
import io.clairscore.features.text.Keyed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of a column, in the order in which it is told; {@code statistics.tsv} beside the
 * page has its words. What is computed of each pair of columns says how; the others are computed
 * where they are looked at. One with limits is a reason to call a column drifted.
 */
public enum Statistic implements Keyed {
  /** Population stability index over reference deciles, or over values, missing among them. */
  PSI(
      "psi",
      Unit.DISTANCE,
      pair -> StabilityIndex.bankers(pair.cells()),
      new Bands(0.10, 0.25),
      Set.of(TestChoice.CONTINUOUS, TestChoice.FEW_VALUES, TestChoice.CATEGORIES)),
  /** The mean of it if nothing changed. */
  PSI_NOISE(
      "psiNoise",
      Unit.DISTANCE,
      pair ->
          StabilityIndex.expectedFromNoise(
              pair.referenceRows(), pair.currentRows(), pair.cells().occupied())),
  /** What it exceeds in 5 % of cases if nothing changed. */
  PSI_CRITICAL("psiCritical", Unit.DISTANCE, ColumnPair::criticalPsi),
  /** Over Evidently's bins, with its floor. */
  EVIDENTLY_PSI("evidentlyPsi", Unit.DISTANCE, pair -> pair.ofTheirs(StabilityIndex::evidently)),
  /** Wasserstein distance in standard deviations of the reference. */
  WASSERSTEIN(
      "wasserstein",
      Unit.DISTANCE,
      pair -> pair.ofNumbers(Wasserstein::normalised),
      new Bands(0.10, 0.25),
      Set.of(TestChoice.CONTINUOUS)),
  /** Jensen-Shannon distance in natural logarithms, over values or categories. */
  JENSEN_SHANNON(
      "jensenShannon",
      Unit.DISTANCE,
      pair -> pair.ofValues(Divergence::jensenShannon),
      new Bands(0.10, 0.25),
      Set.of(TestChoice.FEW_VALUES, TestChoice.CATEGORIES)),
  /** Change of the share of missing values. */
  MISSING("missing", new Bands(0.05, 0.15)),
  /** Change of the share of sentinel values. */
  SENTINELS("sentinels", MISSING),
  /** Share of current rows in categories the reference does not have. */
  NEW_CATEGORIES("categories", new Bands(0.01, 0.05)),
  /** Share of reference rows in categories the current population does not have. */
  LOST_CATEGORIES("lostCategories", NEW_CATEGORIES),
  /** Share of current numbers that are infinite, above that of the reference. */
  INFINITE("infinite", new Bands(0.001, 0.01)),
  /** The statistic of Kolmogorov and Smirnov. */
  KS("ks", Unit.DISTANCE, pair -> pair.ofKolmogorovSmirnov(TestResult::statistic)),
  /** Its p-value. */
  KS_P("ksP", Unit.P_VALUE, pair -> pair.ofKolmogorovSmirnov(TestResult::pValue)),
  /** Cramér's V over the cells of the index. */
  CRAMERS_V("cramersV", Unit.DISTANCE, pair -> CramersV.of(pair.cells())),
  /** P-value of homogeneity over the same cells. */
  HOMOGENEITY_P("chiSquareP", Unit.P_VALUE, pair -> ChiSquare.homogeneity(pair.cells()).pValue()),
  /** P-value of chi-square against the reference taken as known: Evidently's. */
  CHI_SQUARE_P("goodnessOfFitP", Unit.P_VALUE, null),
  /** P-value of two proportions: Evidently's. */
  Z_P("zP", Unit.P_VALUE, null);

  /** In what a statistic is. */
  public enum Unit {
    DISTANCE,
    /** Of rows, 1 being all. */
    SHARE,
    P_VALUE
  }

  private final String key;
  private final Unit unit;
  private final ToDoubleFunction<ColumnPair> of;
  private final Bands standard;
  private final Set<TestChoice> decides;
  private final Statistic limited;

  Statistic(
      String key,
      Unit unit,
      ToDoubleFunction<ColumnPair> of,
      Bands standard,
      Set<TestChoice> decides) {
    this.key = key;
    this.unit = unit;
    this.of = of;
    this.standard = standard;
    this.decides = decides;
    this.limited = this;
  }

  /** Told, and never a reason. */
  Statistic(String key, Unit unit, ToDoubleFunction<ColumnPair> of) {
    this(key, unit, of, null, Set.of());
  }

  /** A share of rows, looked at where rows are counted. */
  Statistic(String key, Bands standard) {
    this(key, Unit.SHARE, null, standard, Set.of());
  }

  /** A share of rows with the limits of another. */
  Statistic(String key, Statistic limited) {
    this.key = key;
    this.unit = Unit.SHARE;
    this.of = null;
    this.standard = null;
    this.decides = Set.of();
    this.limited = limited;
  }

  /** The name of its figure, and of its limits, in documents and in the configuration. */
  @Override
  public String key() {
    return key;
  }

  public Unit unit() {
    return unit;
  }

  /** The statistics that have limits of their own. */
  public static List<Statistic> limited() {
    return Arrays.stream(values()).filter(each -> each.standard != null).toList();
  }

  /** The limits it has if nobody sets others. */
  public Optional<Bands> standardLimits() {
    return Optional.ofNullable(standard);
  }

  /** The statistic whose limits are its own, too. */
  Statistic judgedAs() {
    return limited;
  }

  /** Whether it is a reason of its own in columns of this kind. */
  public boolean decides(TestChoice kind) {
    return decides.contains(kind);
  }

  boolean isComputed() {
    return of != null;
  }

  /** NaN where it does not apply. */
  double of(ColumnPair pair) {
    return of.applyAsDouble(pair);
  }
}
