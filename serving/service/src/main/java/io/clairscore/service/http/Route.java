package io.clairscore.service.http;

import io.javalin.router.EndpointMetadata;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One operation of the API, as a value: registration, the API's document, the check of rights, the
 * log of requests and the tests all follow from it.
 *
 * @param <Q> what is sent; {@link Void} for nothing
 * @param <A> what is answered; {@link Void} for nothing, {@link Content} for other than JSON
 * @param tag what it is about
 * @param id name of the operation in the API's document, unique
 * @param path with parameters in braces
 * @param about what it does, in a sentence
 * @param access who may use it
 */
public record Route<Q, A>(
    String tag,
    String id,
    Method method,
    String path,
    String about,
    Access access,
    List<Parameter> parameters,
    Class<Q> request,
    Class<A> answer,
    String answerType,
    Set<Trait> traits,
    Operation<Q, A> action)
    implements EndpointMetadata {

  /** What else is true of a route. */
  public enum Trait {
    /** The answer is about persons: it is nowhere kept, and never compressed beside secrets. */
    PERSONAL,
    /** Answered however busy the service is, and counted nowhere. */
    HEALTH,
    /** A whole dossier may be sent, or many. */
    LARGE,
    /** It reads what is behind a limit of its own, against who asks the model for sport. */
    PROBING,
    /** The good answer is the address of another page. */
    ELSEWHERE,
    /** Parameters that are not declared are ignored, as OAuth demands of who is called back. */
    ANY_QUERY
  }

  public Route {
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(action, "action");
    parameters = List.copyOf(parameters);
    traits = Set.copyOf(traits);
  }

  /** Begins a route. */
  public static Draft get(String tag, String id, String path, String about) {
    return new Draft(tag, id, Method.GET, path, about);
  }

  public static Draft post(String tag, String id, String path, String about) {
    return new Draft(tag, id, Method.POST, path, about);
  }

  public static Draft put(String tag, String id, String path, String about) {
    return new Draft(tag, id, Method.PUT, path, about);
  }

  public static Draft delete(String tag, String id, String path, String about) {
    return new Draft(tag, id, Method.DELETE, path, about);
  }

  /**
   * The same route, which holds something from its beginning until its answer is known.
   *
   * @param hold takes hold, and gives what lets go
   */
  public Route<Q, A> holding(Supplier<Runnable> hold) {
    Operation<Q, A> held =
        (exchange, request) -> {
          Runnable release = hold.get();
          try {
            Reply<A> reply = action.answer(exchange, request);
            reply.body().whenComplete((body, fault) -> release.run());
            return reply;
          } catch (RuntimeException | Error fault) {
            release.run();
            throw fault;
          }
        };
    return new Route<>(
        tag,
        id,
        method,
        path,
        about,
        access,
        parameters,
        request,
        answer,
        answerType,
        traits,
        held);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** The parameter of a name. */
  Parameter parameter(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " declares no parameter " + name));
  }

  /** What is known of a route before its action. */
  public static final class Draft {
    private final String tag;
    private final String id;
    private final Method method;
    private final String path;
    private final String about;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Access access;
    private String type = Content.JSON;

    private Draft(String tag, String id, Method method, String path, String about) {
      this.tag = tag;
      this.id = id;
      this.method = method;
      this.path = path;
      this.about = about;
    }

    /** Who may use it; without this nobody may, and it is no route. */
    public Draft access(Access who) {
      access = who;
      return this;
    }

    public Draft with(Parameter... more) {
      parameters.addAll(List.of(more));
      return this;
    }

    public Draft is(Trait... more) {
      traits.addAll(List.of(more));
      return this;
    }

    /** Media type of answers that are {@link Content} of another one than JSON. */
    public Draft answers(String mediaType) {
      type = mediaType;
      return this;
    }

    /** A route to which nothing is sent. */
    public <A> Route<Void, A> answering(Class<A> answer, Operation<Void, A> action) {
      return taking(Void.class, answer, action);
    }

    /** A route to which a body is sent. */
    public <Q, A> Route<Q, A> taking(Class<Q> request, Class<A> answer, Operation<Q, A> action) {
      return new Route<>(
          tag, id, method, path, about, access, parameters, request, answer, type, traits, action);
    }
  }
}
