package io.clairscore.service.http;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.access.AccessRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request is not answered as asked (RFC 9457). It is said in the language of who asks, without
 * traces and without values of a person's data.
 */
public final class Problem extends RuntimeException {
  private final ProblemKind kind;
  private final transient Map<String, String> slots;
  private final transient Map<String, Object> members;
  private final int retryAfterSeconds;

  private Problem(
      ProblemKind kind,
      Map<String, String> slots,
      Map<String, Object> members,
      int retryAfterSeconds,
      Throwable origin) {
    // Problems are answers, and thousands may be answered a second: no trace is taken.
    super(kind.name(), origin, false, false);
    this.kind = kind;
    this.slots = Map.copyOf(slots);
    this.members = Map.copyOf(members);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A problem whose text has no slots. */
  public static Problem of(ProblemKind kind) {
    return new Problem(kind, Map.of(), Map.of(), 0, null);
  }

  /** A problem whose text has slots, by name and text in turn. */
  public static Problem of(ProblemKind kind, String... namesAndTexts) {
    Map<String, String> slots = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      slots.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new Problem(kind, slots, Map.of(), 0, null);
  }

  /** What it is to who asked that somebody did not come in, or an account stays as it is. */
  static Problem of(AccessRefused refused) {
    Problem problem = of(ProblemKind.valueOf(refused.fault().name()));
    return refused.retryAfterSeconds() > 0
        ? problem.retryAfter(refused.retryAfterSeconds())
        : problem;
  }

  /** What a refusal of the engine, the scorer or a store is to who asked. */
  public static Problem of(Refusal refusal) {
    ProblemKind kind =
        switch (refusal.kind()) {
          case USAGE -> ProblemKind.INVALID_BODY;
          case DATA -> ProblemKind.REFUSED_DATA;
          case LOCKED -> ProblemKind.BUSY;
          case MODEL, FAILED -> ProblemKind.NOT_AVAILABLE;
        };
    return of(kind, refusal);
  }

  /** A refusal, as a problem of a kind; its words are given as they are, in "cause". */
  public static Problem of(ProblemKind kind, Refusal refusal) {
    // What a server lacks is for its log, not for who asks it.
    Map<String, Object> members =
        kind.status() >= 500
            ? Map.of()
            : Map.of(
                "cause",
                Map.of(
                    "problem", refusal.problem(),
                    "reason", refusal.reason(),
                    "remedy", refusal.remedy()));
    return new Problem(kind, Map.of(), members, kind.status() == 503 ? 1 : 0, refusal);
  }

  /** The same problem, of which one may ask again after so many seconds. */
  public Problem retryAfter(int seconds) {
    return new Problem(kind, slots, members, seconds, getCause());
  }

  /** The same problem with a member more in its document. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(kind, slots, more, retryAfterSeconds, getCause());
  }

  public ProblemKind kind() {
    return kind;
  }

  Optional<Integer> retryAfterSeconds() {
    return retryAfterSeconds > 0 ? Optional.of(retryAfterSeconds) : Optional.empty();
  }

  String[] slots() {
    return slots.entrySet().stream()
        .flatMap(slot -> Stream.of(slot.getKey(), slot.getValue()))
        .toArray(String[]::new);
  }

  Map<String, Object> members() {
    return members;
  }
}
