package io.clairscore.service.population;

import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.Sql;
import java.util.List;

/**
 * The others who are similar to a client, never fewer than {@value SimilarityRule#LEAST_CLIENTS}.
 *
 * @param asked the rule that was wanted
 * @param began the same without what the client's file does not say
 * @param used the rule that holds: wider, if too few were alike
 * @param clients how many they are
 * @param selection who they are, the client among them
 * @param narrow how many were alike by each rule that was too narrow, the first one first
 */
public record SimilarClients(
    SimilarityRule asked,
    SimilarityRule began,
    SimilarityRule used,
    long clients,
    ClientSelection selection,
    List<Long> narrow) {

  public SimilarClients {
    narrow = List.copyOf(narrow);
    if (clients < SimilarityRule.LEAST_CLIENTS) {
      throw new IllegalArgumentException("Too few similar clients: " + clients);
    }
  }

  /** The condition on them in SQL, the client being none of the others. */
  static Sql condition(ClientSelection selection, Subject subject) {
    return Sql.join(
        selection.condition(), Sql.of(" AND " + KeptColumns.CLIENT + " <> ?", subject.client()));
  }
}
