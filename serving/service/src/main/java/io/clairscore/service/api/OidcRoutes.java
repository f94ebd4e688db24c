package io.clairscore.service.api;

import io.clairscore.service.access.AccessFault;
import io.clairscore.service.access.AccessRefused;
import io.clairscore.service.access.Logins;
import io.clairscore.service.access.oidc.OidcLogin;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Logging in by a provider of OpenID Connect, where there is one. */
public final class OidcRoutes {
  private static final String TAG = "session";
  private static final String COOKIE = "clairscore-oidc";

  /** The provider's site sends the browser back, so that a stricter cookie would not come along. */
  private static final String RULES = "; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=600";

  private static final int LONGEST = 4096;

  private final Optional<OidcLogin> provider;
  private final Logins logins;

  public OidcRoutes(Optional<OidcLogin> provider, Logins logins) {
    this.provider = provider;
    this.logins = logins;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "oidc-login", "/oidc/login", "Go to the identity provider to log in.")
            .access(Access.toEverybody())
            .is(Route.Trait.ELSEWHERE, Route.Trait.PERSONAL)
            .answering(Void.class, (exchange, nothing) -> depart(exchange)),
        Route.get(TAG, "oidc-callback", "/oidc/callback", "Come back from there.")
            .access(Access.toEverybody())
            .with(
                text("code", "What the provider exchanges for who it is."),
                text("state", "What went there with the browser."),
                text("error", "Why the provider refuses."),
                text("iss", "Which provider it is."))
            .is(Route.Trait.PERSONAL, Route.Trait.ANY_QUERY)
            .answers("text/html")
            .answering(Content.class, (exchange, nothing) -> arrive(exchange)));
  }

  private Reply<Void> depart(Exchange exchange) {
    OidcLogin.Departure departure = provider().depart();
    return Reply.elsewhere(departure.address().toString())
        .with(
            SessionCookie.HEADER,
            COOKIE + "=" + departure.state() + RULES + SessionCookie.secured(exchange));
  }

  private Reply<Content> arrive(Exchange exchange) {
    Logins.Door door = SessionRoutes.door(exchange);
    OidcLogin.Arrival arrival =
        new OidcLogin.Arrival(
            exchange.query("code"),
            exchange.query("state"),
            exchange.query("error"),
            exchange.query("iss"),
            exchange.cookie(COOKIE));
    try {
      Logins.Entry entry = logins.enter(provider().arrive(arrival), door);
      return Reply.of(LoginPages.entered(exchange.language()))
          .with(SessionCookie.HEADER, SessionCookie.of(entry.session(), exchange));
    } catch (AccessRefused refused) {
      // Whoever was not sent there could otherwise fill the trail.
      if (refused.fault() != AccessFault.NOT_SENT) {
        logins.refusedByProvider(door);
      }
      throw refused;
    }
  }

  private OidcLogin provider() {
    return provider.orElseThrow(() -> Problem.of(ProblemKind.UNKNOWN_ROUTE));
  }

  private static Parameter text(String name, String about) {
    return new Parameter(
        name,
        Parameter.Place.QUERY,
        Parameter.Kind.TEXT,
        false,
        OptionalLong.empty(),
        OptionalLong.of(LONGEST),
        List.of(),
        about);
  }
}
