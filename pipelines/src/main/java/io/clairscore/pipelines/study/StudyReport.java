package io.clairscore.pipelines.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.study.evaluation.PairedBootstrap;
import java.util.ArrayList;
import java.util.List;

/** The tables of a study, made from stored scores: to read, as CSV each, and as one JSON. */
final class StudyReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StudyStore store;
  private final Configuration conf;
  private final Judgements judgements;

  StudyReport(StudyStore store, Configuration conf) {
    this.store = store;
    this.conf = conf;
    this.judgements =
        new Judgements(
            store,
            conf.business(),
            new PairedBootstrap(conf.study().resamples(), conf.training().seed()));
  }

  /** Writes every table and returns them as lines. */
  List<String> write() {
    List<ResultTable> tables = tables();
    ObjectNode document = JSON.createObjectNode();
    List<String> lines = new ArrayList<>();
    for (ResultTable table : tables) {
      store.write(table.name() + ".csv", table.csv());
      document.set(table.name(), json(table));
      if (!table.name().equals("folds")) {
        lines.addAll(table.lines());
      }
    }
    store.write("study.json", document);
    store.write("study.txt", String.join("\n", lines) + "\n");
    return lines;
  }

  private List<ResultTable> tables() {
    List<Ladder.Rung> rungs = new Ladder(conf).rungs();
    List<String> names = rungs.stream().map(Ladder.Rung::name).toList();
    LadderTables ladder = new LadderTables(judgements);
    List<ResultTable> tables = new ArrayList<>();
    tables.add(ladder.outOfFold("ladder", "Models, out of fold", names));
    tables.add(ladder.holdOut("ladder-hold-out", "Models, hold-out", names));
    tables.add(comparisons(rungs));
    tables.add(ladder.folds(names));
    return tables;
  }

  private ResultTable comparisons(List<Ladder.Rung> rungs) {
    List<List<String>> rows = new ArrayList<>();
    for (Ladder.Rung rung : rungs) {
      if (rung.against() != null) {
        rows.add(comparison(rung.name(), rung.against()));
      }
    }
    rows.add(comparison(Ladder.XGBOOST, Ladder.LOGISTIC));
    return new ResultTable(
        "comparisons",
        "Cost per client less that of the other, paired 95 % intervals",
        List.of("candidate", "against", "out of fold", "hold-out"),
        rows);
  }

  private List<String> comparison(String candidate, String against) {
    return List.of(
        candidate,
        against,
        Cells.interval(judgements.outOfFold(candidate, against)),
        Cells.interval(judgements.holdOut(candidate, against)));
  }

  private static ArrayNode json(ResultTable table) {
    ArrayNode rows = JSON.createArrayNode();
    for (List<String> row : table.rows()) {
      ObjectNode node = rows.addObject();
      for (int i = 0; i < row.size(); i++) {
        node.put(table.header().get(i), row.get(i));
      }
    }
    return rows;
  }
}
