package io.clairscore.scorer.event;

/**
 * The request in which a prediction was asked for.
 *
 * @param by who asked
 * @param purpose what for, as the caller said
 * @param route method and path pattern, without the client
 * @param requestId identifier of the request, as in its answer and in the logs
 */
public record Inquiry(Actor by, String purpose, String route, String requestId) {
  public Inquiry {
    purpose = EventText.clean(purpose, "purpose");
    route = EventText.clean(route, "route");
    requestId = EventText.clean(requestId, "requestId");
  }
}
