package io.clairscore.service.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.features.schema.Unit;
import io.clairscore.service.http.MayBeNull;

/**
 * A cell of an application, with what a person needs to read it.
 *
 * @param column name in the published files
 * @param label what it is
 * @param use what may be done with it: decides, measured, never
 * @param state KNOWN, MISSING, or UNKNOWN for a category that is not in the frozen list
 * @param value number or category; absent unless KNOWN
 * @param unit of a number; absent for a category
 * @param unitLabel of a number
 * @param valueLabel of a category
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DescribedCell(
    String column,
    Label label,
    String use,
    State state,
    @MayBeNull JsonNode value,
    @MayBeNull Unit unit,
    @MayBeNull Label unitLabel,
    @MayBeNull Label valueLabel) {

  /** What is known of a cell. */
  public enum State {
    KNOWN,
    MISSING,
    UNKNOWN
  }
}
