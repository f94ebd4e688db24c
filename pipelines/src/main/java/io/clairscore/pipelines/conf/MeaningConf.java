package io.clairscore.pipelines.conf;

import io.clairscore.features.schema.CategoryColumn;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Table;
import io.clairscore.features.settings.Require;
import java.util.List;

/**
 * What is asked of two populations besides their columns.
 *
 * @param segments columns of applications, categories, whose values divide the clients
 * @param domainRows rows of each population, about, that a classifier must tell apart; 0 for no
 *     classifier
 * @param domainColumns columns it is given, the most important ones
 * @param domainAuc from which AUC on they clearly differ, and from which on strongly
 * @param correlation change of a rank correlation, on the same rows, that is called drift
 */
public record MeaningConf(
    List<String> segments,
    int domainRows,
    int domainColumns,
    List<Double> domainAuc,
    double correlation) {

  public MeaningConf {
    segments = List.copyOf(Require.present("drift.meaning.segments", segments));
    for (String segment : segments) {
      Column column = Table.APPLICATION.schema().byName().get(segment);
      Require.that(
          column instanceof CategoryColumn,
          "drift.meaning.segments",
          segment,
          "columns of application that hold categories");
    }
    Require.that(
        domainRows == 0 || domainRows >= 100,
        "drift.meaning.domainRows",
        domainRows,
        "0 for no classifier, or at least 100");
    Require.that(domainColumns >= 1, "drift.meaning.domainColumns", domainColumns, "at least 1");
    domainAuc = List.copyOf(Require.present("drift.meaning.domainAuc", domainAuc));
    Require.that(
        domainAuc.size() == 2
            && domainAuc.get(0) > 0.5
            && domainAuc.get(1) >= domainAuc.get(0)
            && domainAuc.get(1) <= 1,
        "drift.meaning.domainAuc",
        domainAuc,
        "two limits in (0.5, 1], the lower one first");
    Require.that(
        correlation > 0 && correlation <= 2, "drift.meaning.correlation", correlation, "in (0, 2]");
  }
}
