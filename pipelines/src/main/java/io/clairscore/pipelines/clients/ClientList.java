package io.clairscore.pipelines.clients;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.run.Report;
import io.clairscore.scorer.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Some scored clients.
 *
 * @param date scoring date
 * @param groups in the order in which they were asked for
 */
public record ClientList(String date, List<Group> groups) implements Report {

  /**
   * Clients of one proposal.
   *
   * @param count how many there are, listed or not
   * @param clients those that are listed
   */
  public record Group(Proposed proposed, long count, List<Client> clients) {}

  /**
   * A client.
   *
   * @param number SK_ID_CURR
   * @param probability of default
   * @param model run that trained the model
   */
  public record Client(int number, int points, Level level, double probability, String model) {}

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group group : groups) {
      String word = group.proposed().name().toLowerCase(Locale.ROOT);
      lines.add(
          text(
              "== %s: %,d of the clients scored for %s%s",
              word,
              group.count(),
              date,
              group.clients().isEmpty() ? "" : ", " + group.proposed().first()));
      if (!group.clients().isEmpty()) {
        lines.add(
            text("%10s %7s  %-16s %12s  %s", "client", "points", "risk", "probability", "model"));
      }
      for (Client client : group.clients()) {
        lines.add(
            text(
                "%10d %7d  %-16s %10.1f %%  %s",
                client.number(),
                client.points(),
                client.level().word(Language.ENGLISH),
                100 * client.probability(),
                client.model()));
      }
    }
    return lines;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
