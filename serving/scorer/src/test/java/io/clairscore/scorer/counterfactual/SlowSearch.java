package io.clairscore.scorer.counterfactual;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.engine.FeatureEngine;
import io.clairscore.features.schema.NumberColumn;
import io.clairscore.features.schema.Table;
import io.clairscore.scorer.Decision;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The slow, obvious search: tries points of the ranges one by one, and scores each changed
 * application with the whole engine. Knows nothing of splits and lineage. Oracle of the search.
 */
final class SlowSearch {
  private final Levers levers;
  private final FeatureEngine engine;
  private final Scorer scorer;

  /** Without its histories, which no change touches: their features are those of the vector. */
  private final Dossier dossier;

  private final float[] vector;

  /** Moves each input may make alone. */
  private final List<List<Move>> moves = new ArrayList<>();

  /** A multiple of an amount. */
  record Move(Lever lever, double factor) {
    double distance() {
      return Math.abs(factor - 1);
    }
  }

  SlowSearch(Levers levers, FeatureEngine engine, Scorer scorer, Dossier dossier, int points) {
    this.levers = levers;
    this.engine = engine;
    this.scorer = scorer;
    this.dossier = new Dossier(Map.of(Table.APPLICATION, dossier.application()));
    this.vector = engine.compute(dossier);
    for (Lever lever : levers.levers()) {
      if (lever.concerns(dossier.application())) {
        moves.add(points(lever, points).stream().filter(move -> allowed(List.of(move))).toList());
      }
    }
  }

  private List<Move> points(Lever lever, int points) {
    List<Move> grid = new ArrayList<>();
    for (int i = 1; i <= points; i++) {
      grid.add(new Move(lever, 1 - (1 - lever.least()) * i / points));
      if (lever.most() > 1) {
        grid.add(new Move(lever, 1 + (lever.most() - 1) * i / points));
      }
    }
    return grid;
  }

  /** The smallest distance of an accepted change of one input, infinite if there is none. */
  double nearestSingle() {
    double nearest = Double.POSITIVE_INFINITY;
    for (List<Move> ofLever : moves) {
      for (Move move : ofLever) {
        if (move.distance() < nearest && accepted(List.of(move))) {
          nearest = move.distance();
        }
      }
    }
    return nearest;
  }

  /** The smallest distance of an accepted change of two inputs, infinite if there is none. */
  double nearestPair() {
    double nearest = Double.POSITIVE_INFINITY;
    for (List<Move> ofA : moves) {
      for (List<Move> ofB : moves) {
        for (Move a : ofA) {
          for (Move b : ofB) {
            if (a.distance() + b.distance() < nearest && combine(a, b) && accepted(List.of(a, b))) {
              nearest = a.distance() + b.distance();
            }
          }
        }
      }
    }
    return nearest;
  }

  /** How many of some random changes of two inputs nearer than a distance are accepted. */
  List<List<Move>> acceptedWithin(double distance, int attempts, Random random) {
    List<List<Move>> accepted = new ArrayList<>();
    for (int i = 0; i < attempts && moves.size() > 1; i++) {
      Move a = anywhere(moves.get(random.nextInt(moves.size())), random);
      Move b = anywhere(moves.get(random.nextInt(moves.size())), random);
      if (a != null && b != null && combine(a, b) && a.distance() + b.distance() < distance) {
        if (allowed(List.of(a)) && allowed(List.of(b)) && accepted(List.of(a, b))) {
          accepted.add(List.of(a, b));
        }
      }
    }
    return accepted;
  }

  private static Move anywhere(List<Move> grid, Random random) {
    if (grid.isEmpty()) {
      return null;
    }
    Move move = grid.get(random.nextInt(grid.size()));
    return new Move(move.lever(), 1 + (move.factor() - 1) * random.nextDouble());
  }

  private static boolean combine(Move a, Move b) {
    List<String> order = Levers.standard().levers().stream().map(Lever::name).toList();
    return order.indexOf(a.lever().name()) < order.indexOf(b.lever().name())
        && !a.lever().topic().equals(b.lever().topic());
  }

  private boolean allowed(List<Move> change) {
    return levers.allow(dossier.application(), changed(change).application());
  }

  private boolean accepted(List<Move> change) {
    return allowed(change) && score(change).decision() == Decision.ACCEPTED;
  }

  /** The most points of any point of the grid, the application as it is included. */
  int mostPoints() {
    int most = scorer.score(vector).points();
    for (List<Move> ofA : moves) {
      for (Move a : ofA) {
        most = Math.max(most, score(List.of(a)).points());
        for (List<Move> ofB : moves) {
          for (Move b : ofB) {
            if (combine(a, b) && allowed(List.of(a, b))) {
              most = Math.max(most, score(List.of(a, b)).points());
            }
          }
        }
      }
    }
    return most;
  }

  private Score score(List<Move> change) {
    float[] changed = engine.compute(changed(change));
    for (Feature feature : engine.catalogue().features()) {
      if (feature.table() != Table.APPLICATION) {
        changed[feature.index()] = vector[feature.index()];
      }
    }
    return scorer.score(changed);
  }

  private Dossier changed(List<Move> change) {
    Rows own = dossier.application();
    Map<NumberColumn, Double> cells = new HashMap<>();
    for (Move move : change) {
      for (NumberColumn column : move.lever().columns()) {
        double cell = cells.getOrDefault(column, own.number(column, 0));
        cells.put(column, cell * move.factor());
      }
    }
    return dossier.withApplication(cells);
  }
}
