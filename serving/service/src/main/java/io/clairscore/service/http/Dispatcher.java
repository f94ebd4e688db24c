package io.clairscore.service.http;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.access.Authentication;
import io.clairscore.service.access.Credentials;
import io.clairscore.service.access.Principal;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Answers the requests of every route: who asks, whether they may, what is sent, what is said. */
final class Dispatcher {
  private static final String BEARER = "Bearer ";
  private static final int LONGEST_TOKEN = 4096;
  private static final byte[] NOTHING = {};

  private final Authentication authentication;
  private final LimitsConf limits;
  private final Limiter requests;
  private final Limiter probes;

  Dispatcher(Authentication authentication, LimitsConf limits) {
    this.authentication = authentication;
    this.limits = limits;
    this.requests = Limiter.of(limits.burst(), limits.requestsPerSecond(), Duration.ofSeconds(1));
    this.probes =
        Limiter.of(limits.probesPerMinute(), limits.probesPerMinute(), Duration.ofMinutes(1));
  }

  <Q, A> void answer(Context context, Route<Q, A> route) {
    Credentials credentials = credentials(context);
    Optional<Principal> principal = authentication.principal(credentials);
    admit(context, route, credentials, principal);
    demandDeclared(context, route);
    Exchange exchange =
        new Exchange(context, route, principal.orElse(null), RequestIds.of(context));
    Reply<A> reply = route.action().answer(exchange, body(context, route));
    Answers answers = new Answers(context, route);
    if (reply.body().isDone()) {
      answers.write(reply.headers(), now(reply.body()));
    } else {
      context.future(
          () ->
              reply
                  .body()
                  .handle(
                      (body, fault) -> {
                        if (fault == null) {
                          answers.write(reply.headers(), body);
                        } else {
                          Failures.answer(context, cause(fault));
                        }
                        return null;
                      }));
    }
  }

  private void admit(
      Context context, Route<?, ?> route, Credentials credentials, Optional<Principal> principal) {
    // Who is refused has asked too: guesses are counted like everything else.
    String who = principal.map(Principal::person).orElse(credentials.address());
    if (!route.is(Route.Trait.HEALTH)) {
      requests.take(who);
    }
    if (!route.access().open()) {
      Principal known = principal.orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED));
      if (!route.access().admits(known.roles())) {
        throw Problem.of(ProblemKind.FORBIDDEN);
      }
    }
    if (!route.method().safe() && credentials.bearer().isEmpty()) {
      Origins.demandSameSite(context);
    }
    if (route.is(Route.Trait.PROBING)) {
      probes.take(who);
    }
  }

  private static Credentials credentials(Context context) {
    String header = context.header("Authorization");
    Optional<String> bearer =
        header != null && header.startsWith(BEARER) && header.length() <= LONGEST_TOKEN
            ? Optional.of(header.substring(BEARER.length()).strip())
            : Optional.empty();
    return new Credentials(
        bearer,
        Optional.ofNullable(context.cookie(Credentials.SESSION_COOKIE)),
        context.req().getRemoteAddr());
  }

  /** Every parameter is looked at before anything is done, whether the route reads it or not. */
  private static void demandDeclared(Context context, Route<?, ?> route) {
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      boolean known =
          route.is(Route.Trait.ANY_QUERY)
              || given.getKey().equals(Languages.PARAMETER)
              || route.parameters().stream()
                  .anyMatch(declared -> declared.isOfQuery(given.getKey()));
      if (!known || given.getValue().size() != 1) {
        throw Problem.of(ProblemKind.UNKNOWN_PARAMETER);
      }
    }
    for (Parameter declared : route.parameters()) {
      declared.demand(
          declared.place() == Parameter.Place.PATH
              ? context.pathParam(declared.name())
              : context.queryParam(declared.name()));
    }
    Languages.DECLARED.demand(context.queryParam(Languages.PARAMETER));
  }

  private <Q> Q body(Context context, Route<Q, ?> route) {
    if (route.request() == Void.class) {
      return null;
    }
    byte[] bytes = bytes(context, route);
    if (route.request() == byte[].class) {
      return route.request().cast(bytes);
    }
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(Content.JSON)) {
      throw Problem.of(ProblemKind.WRONG_MEDIA_TYPE);
    }
    return Json.read(bytes, route.request());
  }

  private byte[] bytes(Context context, Route<?, ?> route) {
    int most = route.is(Route.Trait.LARGE) ? limits.dossierBytes() : limits.bodyBytes();
    try {
      boolean tooLarge = context.req().getContentLengthLong() > most;
      byte[] bytes = tooLarge ? NOTHING : context.req().getInputStream().readNBytes(most + 1);
      if (tooLarge || bytes.length > most) {
        throw Problem.of(ProblemKind.TOO_LARGE, "limit", most + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      // Its framing is broken, or whoever sends it has gone: no failure of the service.
      throw Problem.of(ProblemKind.BAD_REQUEST);
    }
  }

  private static <A> A now(CompletableFuture<A> body) {
    try {
      return body.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  private static Throwable cause(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }
}
