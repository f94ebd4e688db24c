package io.clairscore.service.api;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.Score;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.inference.InferenceReader;
import io.clairscore.service.inference.InferenceRequest;
import io.clairscore.service.inference.InferenceWriter;
import io.clairscore.service.inference.ModelMetadata;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The Open Inference Protocol, for standard clients. It names no client and decides nothing, so no
 * prediction is recorded; only who judges the model may ask.
 */
public final class InferenceRoutes {
  private static final String TAG = "inference";
  private static final Access JUDGES = Access.to(Role.REVIEWER);
  private static final Parameter MODEL =
      Parameter.path("model", "Always " + ModelMetadata.NAME + ".");
  private static final Parameter VERSION =
      Parameter.path("version", "Name of the version that answers.");

  private final LiveModel live;
  private final int most;

  /**
   * Routes.
   *
   * @param most most vectors of one request
   */
  public InferenceRoutes(LiveModel live, int most) {
    this.live = live;
    this.most = most;
  }

  public List<Route<?, ?>> routes() {
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.add(
        Route.get(TAG, "v2-server", "/v2", "The server.")
            .access(JUDGES)
            .answering(
                ModelMetadata.Server.class, (e, nothing) -> Reply.of(ModelMetadata.Server.OURS)));
    routes.add(
        Route.get(TAG, "v2-live", "/v2/health/live", "Whether the process lives.")
            .access(Access.toEverybody())
            .is(Route.Trait.HEALTH)
            .answering(
                ModelMetadata.Live.class, (e, nothing) -> Reply.of(new ModelMetadata.Live(true))));
    routes.add(
        Route.get(TAG, "v2-ready", "/v2/health/ready", "Whether a model answers.")
            .access(Access.toEverybody())
            .is(Route.Trait.HEALTH)
            .answering(ModelMetadata.Ready.class, (e, nothing) -> ready()));
    routes.addAll(model("v2-model", "/v2/models/{model}", false, MODEL));
    routes.addAll(
        model("v2-version", "/v2/models/{model}/versions/{version}", true, MODEL, VERSION));
    return List.copyOf(routes);
  }

  private List<Route<?, ?>> model(
      String id, String path, boolean versioned, Parameter... parameters) {
    return List.of(
        Route.get(TAG, id, path, "What the model takes and gives.")
            .access(JUDGES)
            .with(parameters)
            .answering(
                ModelMetadata.class, (e, nothing) -> Reply.of(metadata(asked(e, versioned)))),
        Route.get(TAG, id + "-ready", path + "/ready", "Whether the model answers.")
            .access(JUDGES)
            .with(parameters)
            .answering(
                ModelMetadata.Ready.class,
                (e, nothing) -> {
                  asked(e, versioned);
                  return Reply.of(new ModelMetadata.Ready(true));
                }),
        Route.get(TAG, id + "-config", path + "/config", "The same in Triton's words.")
            .access(JUDGES)
            .with(parameters)
            .answering(
                ModelMetadata.Config.class,
                (e, nothing) -> Reply.of(metadata(asked(e, versioned)).config(most))),
        Route.post(TAG, id + "-infer", path + "/infer", "Scores vectors; no decision.")
            .access(JUDGES)
            .with(parameters)
            .is(Route.Trait.LARGE)
            .taking(byte[].class, Content.class, (e, body) -> infer(e, asked(e, versioned), body)));
  }

  private Reply<ModelMetadata.Ready> ready() {
    served();
    return Reply.of(new ModelMetadata.Ready(true));
  }

  private ServedModel served() {
    return live.current().orElseThrow(() -> Problem.of(ProblemKind.NOT_READY).retryAfter(1));
  }

  /** The model of the path. */
  private ServedModel asked(Exchange exchange, boolean versioned) {
    ServedModel served = served();
    boolean known =
        exchange.path(MODEL.name()).equals(ModelMetadata.NAME)
            && (!versioned || exchange.path(VERSION.name()).equals(served.name()));
    if (!known) {
      throw Problem.of(ProblemKind.NOT_FOUND, "what", "/v2/models/…");
    }
    return served;
  }

  private static ModelMetadata metadata(ServedModel model) {
    return ModelMetadata.of(model.name(), model.manifest().features().size());
  }

  private Reply<Content> infer(Exchange exchange, ServedModel model, byte[] body) {
    InferenceReader reader = new InferenceReader(model.manifest().features().size(), most);
    try {
      InferenceRequest request = reader.read(body, head(exchange));
      List<Score> scores = request.vectors().stream().map(model.scorer()::score).toList();
      return InferenceWriter.answer(model.name(), request, scores);
    } catch (Refusal refusal) {
      throw Problem.of(refusal).with("error", refusal.problem() + " " + refusal.reason());
    }
  }

  private static OptionalInt head(Exchange exchange) {
    return exchange
        .header(InferenceWriter.HEAD)
        .map(length -> OptionalInt.of(length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1))
        .orElse(OptionalInt.empty());
  }
}
