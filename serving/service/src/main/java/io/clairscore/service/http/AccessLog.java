package io.clairscore.service.http;

import io.clairscore.features.text.Language;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request, by the name of its operation: no path, query or body, which name people.
 */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("clairscore.access");
  private static final double NANOS = 1e6;

  private final boolean all;
  private final RequestObserver observer;

  AccessLog(boolean all, RequestObserver observer) {
    this.all = all;
    this.observer = observer;
  }

  void answered(Context context, float millis) {
    Optional<Route<?, ?>> route = route(context);
    int status = context.statusCode();
    observer.answered(route, status, (long) (millis * NANOS));
    boolean health = route.map(known -> known.is(Route.Trait.HEALTH)).orElse(false);
    if (all && !health || status >= 500) {
      LOG.atInfo()
          .addKeyValue("request", RequestIds.of(context))
          .addKeyValue("method", context.method().name())
          .addKeyValue("operation", route.map(Route::id).orElse("unknown"))
          .addKeyValue("status", status)
          .addKeyValue("millis", millis)
          .log("request");
    }
  }

  /** An error of the machine, such as of memory or of the stack, which Javalin does not map. */
  void died(HttpServletResponse response, Error error) {
    response.setStatus(500);
    response.setContentType(ProblemDocument.TYPE);
    try {
      response
          .getOutputStream()
          .write(ProblemDocument.of(Problem.of(ProblemKind.FAILED), Language.FRENCH, "-"));
    } catch (IOException gone) {
      LOG.debug("nobody waits for the answer", gone);
    }
    LOG.error("a request failed: {}", error.getClass().getName(), error);
  }

  private static Optional<Route<?, ?>> route(Context context) {
    Endpoint matched = context.endpoints().matchedHttpEndpoint();
    return matched == null ? Optional.empty() : Optional.ofNullable(matched.metadata(Route.class));
  }
}
