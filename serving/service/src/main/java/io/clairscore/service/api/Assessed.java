package io.clairscore.service.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.explanation.Remarks;
import io.clairscore.service.file.Sanity;
import io.clairscore.service.http.MayBeNull;
import java.util.List;

/**
 * A decision about a dossier that was sent.
 *
 * @param decision the decision, on disk
 * @param remarks how much of the dossier was set aside
 * @param sanity whether the dossier is what the model was made for
 * @param explanation the document of an explanation; absent unless it was asked for
 * @param features each feature that moves the score; likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assessed(
    ScoreAnswer decision,
    Remarks remarks,
    Sanity sanity,
    @MayBeNull JsonNode explanation,
    @MayBeNull List<Explained.Part> features) {

  /**
   * What became of each of many dossiers, in their order.
   *
   * @param recorded how many decisions were given and are on disk
   */
  public record Many(int recorded, List<One> results) {}

  /**
   * What became of one dossier of many: a decision, or a problem.
   *
   * @param place its place in the request, from 0
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record One(int place, @MayBeNull Assessed assessed, @MayBeNull Trouble problem) {}

  /** Why a dossier cannot be scored. */
  public record Trouble(String problem, String reason, String remedy) {
    static Trouble of(Refusal refusal) {
      return new Trouble(refusal.problem(), refusal.reason(), refusal.remedy());
    }
  }
}
