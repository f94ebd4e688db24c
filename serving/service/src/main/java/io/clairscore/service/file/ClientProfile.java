package io.clairscore.service.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Application;
import io.clairscore.scorer.Score;
import io.clairscore.scorer.published.ClientScore;
import io.clairscore.service.http.MayBeNull;
import java.util.List;

/**
 * One client, for whoever talks with them; every label is in both languages.
 *
 * @param client SK_ID_CURR
 * @param version published version it comes from
 * @param themes the application by theme
 * @param missing columns of the application without a value
 * @param sanity whether the data are what the model was made for
 * @param histories how much is known of the past
 * @param outcome 1 if the client had difficulties paying, 0 if not; absent if it is not known
 * @param published score of the last batch; absent if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientProfile(
    int client,
    String version,
    List<ProfileTheme> themes,
    int missing,
    Sanity sanity,
    List<HistoryCount> histories,
    @MayBeNull Integer outcome,
    @MayBeNull Published published) {

  /** A score of the batch. */
  public record Published(String date, Score score) {
    static Published of(ClientScore score) {
      return new Published(score.date(), score.score());
    }
  }

  public ClientProfile {
    themes = List.copyOf(themes);
    histories = List.copyOf(histories);
  }

  static int missing(List<ProfileTheme> themes) {
    return (int)
        themes.stream()
            .flatMap(theme -> theme.cells().stream())
            .filter(cell -> cell.state() == DescribedCell.State.MISSING)
            .count();
  }

  static Integer outcome(Dossier dossier) {
    double target = dossier.application().number(Application.TARGET, 0);
    return Double.isNaN(target) ? null : (int) target;
  }
}
