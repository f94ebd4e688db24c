package io.clairscore.service.http;

import java.util.Locale;

/**
 * Every way in which a request is not answered as asked; the texts stand in {@code problems.tsv},
 * and the name, in small letters, is the type of the problem.
 */
public enum ProblemKind {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  INVALID_BODY(400),
  INVALID_PARAMETER(400),
  MISSING_PARAMETER(400),
  UNKNOWN_PARAMETER(400),
  METHOD_OVERRIDE(400),
  UNAUTHENTICATED(401),
  WRONG_LOGIN(401),
  FORBIDDEN(403),
  PASSWORD_MUST_CHANGE(403),
  ROLES_BEYOND(403),
  NOT_SENT(403),
  PROVIDER_REFUSED(403),
  CROSS_SITE(403),
  UNKNOWN_ROUTE(404),
  UNKNOWN_CLIENT(404),
  NOT_FOUND(404),
  NO_DRIFT_REPORT(404),
  WRONG_METHOD(405),
  NOT_ACCEPTABLE(406),
  UNKNOWN_ACCOUNT(404),
  UNKNOWN_TOKEN(404),
  CONFLICT(409),
  NAME_TAKEN(409),
  NO_PASSWORD(409),
  SEATS_TAKEN(409),
  LAST_ADMINISTRATOR(409),
  TOO_MANY_TOKENS(409),
  NOT_SERVED(409),
  TOO_LARGE(413),
  OVERSIZED(413),
  WRONG_MEDIA_TYPE(415),
  REFUSED_DATA(422),
  REFUSED_CHANGE(422),
  REASON_NEEDED(422),
  WEAK_PASSWORD(422),
  BAD_NAME(422),
  TOO_LONG_VALID(422),
  LOCKED_OUT(429),
  TOO_MANY_CLIENTS(429),
  TOO_MANY_REQUESTS(429),
  FAILED(500),
  BUSY(503),
  NOT_READY(503),
  NOT_RECORDED(503),
  NOT_AVAILABLE(503);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** Relative URI that names the kind (RFC 9457, "type"). */
  public String type() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
