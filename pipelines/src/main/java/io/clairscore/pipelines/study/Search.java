package io.clairscore.pipelines.study;

import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.conf.XgboostPoint;
import io.clairscore.pipelines.study.search.Dimension;
import io.clairscore.pipelines.study.search.Dimension.Scale;
import io.clairscore.pipelines.study.search.Sampler;
import io.clairscore.pipelines.study.search.Space;
import io.clairscore.pipelines.study.search.TreeParzenSampler;
import io.clairscore.pipelines.study.search.Trial;
import io.clairscore.pipelines.training.XgboostLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The search for XGBoost's hyper-parameters: a coarse grid; TPE, which starts from the grid; and a
 * random search of as many points as its control. Every choice follows from the losses of the
 * points before, so a search that is cut off goes on as it would have.
 *
 * @param conf effective configuration
 */
record Search(Configuration conf) {
  private static final Space SPACE =
      new Space(
          List.of(
              new Dimension("maxDepth", 3, 8, Scale.INTEGER),
              new Dimension("minChildWeight", 1, 100, Scale.LOGARITHMIC),
              new Dimension("subsample", 0.5, 1, Scale.LINEAR),
              new Dimension("colsampleBytree", 0.05, 0.8, Scale.LOGARITHMIC),
              new Dimension("lambda", 1, 200, Scale.LOGARITHMIC),
              new Dimension("alpha", 0.01, 10, Scale.LOGARITHMIC)));

  /** Apart from each other, and from every other use of the seed. */
  private static final long TPE_DRAWS = 7_919;

  private static final long RANDOM_DRAWS = 104_729;

  /** How the points of a part of the search are named. */
  enum Part {
    GRID,
    TPE,
    RANDOM;

    String name(int number) {
      return String.format(Locale.ROOT, "%s-%02d", name().toLowerCase(Locale.ROOT), number);
    }
  }

  /**
   * A point that was fitted.
   *
   * @param part where it comes from
   * @param point its settings, at the fast learning rate
   * @param loss cost per client over its folds
   */
  record Found(Part part, String name, XgboostPoint point, double loss) {}

  /** Points in all. */
  int size() {
    return grid().size() + 2 * conf.study().search().points();
  }

  private List<XgboostPoint> grid() {
    var lists = conf.study().search();
    return conf
        .training()
        .xgboost()
        .points(lists.maxDepth(), lists.colsampleBytree(), lists.lambda())
        .stream()
        .map(point -> point.paced(conf.study().fast()))
        .toList();
  }

  /**
   * Fits every point.
   *
   * @param fit fits a candidate, or remembers it, and tells its cost per client
   */
  List<Found> run(ToDoubleFunction<Candidate> fit) {
    List<Found> found = new ArrayList<>();
    List<XgboostPoint> grid = grid();
    for (int i = 0; i < grid.size(); i++) {
      found.add(fitted(Part.GRID, i + 1, grid.get(i), fit));
    }
    int points = conf.study().search().points();
    Sampler tpe = new TreeParzenSampler(SPACE.dimensions().size(), grid.size());
    for (int i = 1; i <= points; i++) {
      List<Trial> trials = found.stream().map(Search::trial).toList();
      double[] next = tpe.next(trials, draws(TPE_DRAWS, i));
      found.add(fitted(Part.TPE, i, settings(next), fit));
    }
    Sampler random = Sampler.random(SPACE.dimensions().size());
    for (int i = 1; i <= points; i++) {
      double[] next = random.next(List.of(), draws(RANDOM_DRAWS, i));
      found.add(fitted(Part.RANDOM, i, settings(next), fit));
    }
    return found;
  }

  private SplittableRandom draws(long stream, int number) {
    return new SplittableRandom((conf.training().seed() * stream) + number);
  }

  private Found fitted(Part part, int number, XgboostPoint at, ToDoubleFunction<Candidate> fit) {
    String name = part.name(number);
    Candidate candidate = Candidate.of(name, new XgboostLearner(conf.training(), at));
    return new Found(part, name, at, fit.applyAsDouble(candidate));
  }

  private XgboostPoint settings(double[] point) {
    Map<String, Double> values = SPACE.values(point);
    return grid()
        .get(0)
        .at(
            values.get("maxDepth").intValue(),
            values.get("minChildWeight"),
            values.get("subsample"),
            values.get("colsampleBytree"),
            values.get("lambda"),
            values.get("alpha"));
  }

  private static Trial trial(Found found) {
    XgboostPoint at = found.point();
    return new Trial(
        SPACE.point(
            Map.of(
                "maxDepth", (double) at.maxDepth(),
                "minChildWeight", at.minChildWeight(),
                "subsample", at.subsample(),
                "colsampleBytree", at.colsampleBytree(),
                "lambda", at.lambda(),
                "alpha", at.alpha())),
        found.loss());
  }

  /** The cheapest point of a part; the first of equally cheap ones. */
  static Found best(List<Found> found, Part part) {
    return found.stream()
        .filter(of -> of.part() == part)
        .reduce((a, b) -> b.loss() < a.loss() ? b : a)
        .orElseThrow();
  }

  /** The cheapest point of all. */
  static Found best(List<Found> found) {
    return found.stream().reduce((a, b) -> b.loss() < a.loss() ? b : a).orElseThrow();
  }

  /** Names of every point, in the order in which they are fitted. */
  List<String> names() {
    int points = conf.study().search().points();
    List<String> names = new ArrayList<>();
    IntStream.rangeClosed(1, grid().size()).forEach(i -> names.add(Part.GRID.name(i)));
    IntStream.rangeClosed(1, points).forEach(i -> names.add(Part.TPE.name(i)));
    IntStream.rangeClosed(1, points).forEach(i -> names.add(Part.RANDOM.name(i)));
    return names;
  }
}
