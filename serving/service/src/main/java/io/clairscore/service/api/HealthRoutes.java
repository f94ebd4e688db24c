package io.clairscore.service.api;

import io.clairscore.service.http.Access;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.LiveModel;
import java.util.List;

/** Whether the service lives, and whether it can answer. */
public final class HealthRoutes {
  private final LiveModel model;

  public HealthRoutes(LiveModel model) {
    this.model = model;
  }

  /**
   * The state of the service.
   *
   * @param status {@code ok}
   */
  public record Health(String status) {
    static final Health OK = new Health("ok");
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get("health", "live", "/health/live", "Whether the process lives.")
            .access(Access.toEverybody())
            .is(Route.Trait.HEALTH)
            .answering(Health.class, (exchange, nothing) -> Reply.of(Health.OK)),
        Route.get("health", "ready", "/health/ready", "Whether a model is loaded and answers.")
            .access(Access.toEverybody())
            .is(Route.Trait.HEALTH)
            .answering(Health.class, (exchange, nothing) -> ready()));
  }

  private Reply<Health> ready() {
    if (model.current().isEmpty()) {
      throw Problem.of(ProblemKind.NOT_READY).retryAfter(1);
    }
    return Reply.of(Health.OK);
  }
}
