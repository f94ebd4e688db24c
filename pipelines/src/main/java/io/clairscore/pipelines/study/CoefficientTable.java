package io.clairscore.pipelines.study;

import io.clairscore.pipelines.study.learner.CoefficientPath;
import java.util.ArrayList;
import java.util.List;

/**
 * The coefficients of the logistic regression against its penalty.
 *
 * @param path the coefficients
 */
record CoefficientTable(CoefficientPath path) {
  static final String NAME = "coefficient-path";

  ResultTable table() {
    List<String> header = new ArrayList<>(List.of("input"));
    path.penalties().forEach(penalty -> header.add("penalty " + penalty));
    List<List<String>> rows =
        path.coefficients().stream()
            .map(
                line -> {
                  List<String> row = new ArrayList<>();
                  row.add(line.feature() + (line.missing() ? " missing" : ""));
                  line.values().forEach(value -> row.add(Cells.figure(value)));
                  return row;
                })
            .toList();
    return new ResultTable(
        NAME,
        "Logistic regression: log-odds per standard deviation against the penalty",
        header,
        rows);
  }
}
