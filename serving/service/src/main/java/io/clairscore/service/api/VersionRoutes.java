package io.clairscore.service.api;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.published.VersionManifest;
import io.clairscore.scorer.registry.Aliases;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.Attempt;
import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import io.clairscore.service.model.VersionChange.Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The published versions: which there are, which answers, and how another comes to answer. */
public final class VersionRoutes {
  private static final String TAG = "versions";
  private static final Access WATCHERS = Access.to(Role.REVIEWER, Role.ADMINISTRATOR, Role.MONITOR);
  private static final Access ADMINISTRATORS = Access.to(Role.ADMINISTRATOR);

  private final LiveModel live;
  private final Path models;

  /**
   * @param models folder of the trained models, whose aliases say which is the champion
   */
  public VersionRoutes(LiveModel live, Path models) {
    this.live = live;
    this.models = models;
  }

  /**
   * The published versions.
   *
   * @param live name that the pointer holds
   * @param serving version that answers
   * @param files what is known of the files of the version that answers
   * @param champion run that was promoted
   * @param challenger run that was trained last
   * @param before version that a rollback would go back to
   * @param lastAttempt the last attempt to serve a version
   * @param versions every complete version, newest first
   */
  public record Versions(
      @MayBeNull String live,
      @MayBeNull String serving,
      @MayBeNull String files,
      @MayBeNull String champion,
      @MayBeNull String challenger,
      @MayBeNull String before,
      @MayBeNull Tried lastAttempt,
      List<Version> versions) {}

  /**
   * An attempt to serve a version.
   *
   * @param failure why it does not answer; null if it does
   */
  public record Tried(String at, String version, @MayBeNull String failure) {}

  /**
   * A complete version.
   *
   * @param run run that trained its model
   * @param aliases {@code champion}, {@code challenger}
   */
  public record Version(
      String version,
      String run,
      String created,
      long clients,
      long bytes,
      boolean live,
      boolean serving,
      Set<String> aliases) {}

  /** The version that answers now. */
  public record Served(String version, String run) {}

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "versions", "/api/versions", "The published versions, and which answers.")
            .access(WATCHERS)
            .answering(
                Versions.class,
                (exchange, nothing) -> Reply.of(versions()).with("Cache-Control", "no-store")),
        Route.post(TAG, "rollback", "/api/versions/rollback", "Serves the version of before again.")
            .access(ADMINISTRATORS)
            .answering(
                Served.class, (exchange, nothing) -> served(() -> live.rollBack(order(exchange)))),
        Route.post(TAG, "use-version", "/api/versions/{version}/use", "Serves this version.")
            .access(ADMINISTRATORS)
            .with(Parameter.path("version", "Name of a complete version."))
            .answering(
                Served.class,
                (exchange, nothing) ->
                    served(() -> live.use(exchange.path("version"), order(exchange)))));
  }

  private Versions versions() {
    Aliases aliases = Aliases.read(models);
    Optional<ServedModel> serving = live.current();
    Optional<String> pointer = pointer();
    return new Versions(
        pointer.orElse(null),
        serving.map(ServedModel::name).orElse(null),
        live.files().map(Enum::name).orElse(null),
        aliases.champion().orElse(null),
        aliases.challenger(),
        live.before().orElse(null),
        tried(live.lastAttempt()),
        live.published().complete().stream()
            .map(version -> version(version, pointer, serving, aliases))
            .toList());
  }

  /** A pointer that holds no name is told by the last attempt. */
  private Optional<String> pointer() {
    try {
      return live.published().current();
    } catch (Refusal damaged) {
      return Optional.empty();
    }
  }

  private static Tried tried(Attempt attempt) {
    return attempt.when().equals(Instant.EPOCH)
        ? null
        : new Tried(attempt.when().toString(), attempt.version(), attempt.failure().orElse(null));
  }

  private static Version version(
      VersionManifest version,
      Optional<String> pointer,
      Optional<ServedModel> serving,
      Aliases aliases) {
    return new Version(
        version.version(),
        version.bundle(),
        version.created(),
        version.clients(),
        version.bytes(),
        pointer.equals(Optional.of(version.version())),
        serving.map(ServedModel::name).equals(Optional.of(version.version())),
        aliases.byName().entrySet().stream()
            .filter(alias -> alias.getValue().equals(version.bundle()))
            .map(alias -> alias.getKey())
            .collect(Collectors.toSet()));
  }

  /** A version that does not hold is no fault of the request's form, but of the present state. */
  private static Reply<Served> served(Supplier<ServedModel> change) {
    try {
      ServedModel model = change.get();
      return Reply.of(new Served(model.name(), model.run()));
    } catch (Refusal refusal) {
      throw refusal.kind() == Refusal.Kind.DATA || refusal.kind() == Refusal.Kind.MODEL
          ? Problem.of(ProblemKind.NOT_SERVED, refusal)
          : refusal;
    }
  }

  private static Order order(Exchange exchange) {
    return new Order(ClientFiles.actor(exchange), exchange.requestId());
  }
}
