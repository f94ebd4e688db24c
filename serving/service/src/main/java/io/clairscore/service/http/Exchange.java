package io.clairscore.service.http;

import io.clairscore.features.text.Language;
import io.clairscore.service.access.Principal;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A request while it is answered: who asks, in which language, and with which parameters. */
public final class Exchange {
  private final Context context;
  private final Route<?, ?> route;
  private final Principal principal;
  private final String requestId;

  Exchange(Context context, Route<?, ?> route, Principal principal, String requestId) {
    this.context = context;
    this.route = route;
    this.principal = principal;
    this.requestId = requestId;
  }

  /**
   * Who asks.
   *
   * @throws IllegalStateException on a route that is open to everybody
   */
  public Principal principal() {
    if (principal == null) {
      throw new IllegalStateException("Route " + route.id() + " is open: nobody is known");
    }
    return principal;
  }

  /** Who asks, if that is known. */
  public Optional<Principal> knownPrincipal() {
    return Optional.ofNullable(principal);
  }

  /** Stands in the answer, the log and every record of this request. */
  public String requestId() {
    return requestId;
  }

  /** The operation, by its name in the API's document. */
  public String operation() {
    return route.id();
  }

  /** Language of the answer: parameter {@code language}, or Accept-Language, or French. */
  public Language language() {
    return Languages.of(context);
  }

  /** A parameter of the path. */
  public String path(String name) {
    route.parameter(name);
    return context.pathParam(name);
  }

  /** A whole number of the path. */
  public int pathWhole(String name) {
    return Integer.parseInt(path(name));
  }

  /** A parameter of the query. */
  public Optional<String> query(String name) {
    route.parameter(name);
    return Optional.ofNullable(context.queryParam(name));
  }

  /** A parameter of the query that must be there. */
  public String demanded(String name) {
    return query(name).orElseThrow(() -> Problem.of(ProblemKind.MISSING_PARAMETER, "name", name));
  }

  /** A whole number of the query. */
  public OptionalInt queryWhole(String name) {
    Optional<String> value = query(name);
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
  }

  /** A number of the query. */
  public OptionalDouble queryNumber(String name) {
    Optional<String> value = query(name);
    return value.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(value.get()));
  }

  /** A flag of the query; absent is false. */
  public boolean flag(String name) {
    return query(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** A header of the request. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** A cookie of the request. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /** Address whence the request comes, as a trusted proxy tells it. */
  public String address() {
    return context.req().getRemoteAddr();
  }

  /** Whether who asks is spoken to over TLS, here or at a trusted proxy. */
  public boolean secure() {
    return context.req().isSecure();
  }

  /** The body as it was sent, for routes that read it themselves. */
  public byte[] body() {
    return context.bodyAsBytes();
  }
}
