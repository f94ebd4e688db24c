package io.clairscore.features.refusal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Clairscore will not do something, for a reason its user can act on. The message says the problem,
 * its cause and its remedy; it never carries personal data, because messages end in logs. Exit
 * codes and HTTP statuses are functions of the {@link Kind}.
 */
public final class Refusal extends RuntimeException {

  /** Who or what has to change. */
  public enum Kind {
    /** How the program was called, or a setting. */
    USAGE,
    /** The data. */
    DATA,
    /** The model. */
    MODEL,
    /** Nothing but time: somebody else is at work. */
    LOCKED,
    /** The machine or a server it needs. */
    FAILED
  }

  private final Kind kind;
  private final String problem;
  private final String reason;
  private final String remedy;

  private Refusal(Kind kind, String problem, String reason, String remedy) {
    super(problem + "\n  Cause: " + reason + "\n  Remedy: " + remedy);
    this.kind = kind;
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  public static Refusal usage(String problem, String reason, String remedy) {
    return new Refusal(Kind.USAGE, problem, reason, remedy);
  }

  public static Refusal data(String problem, String reason, String remedy) {
    return new Refusal(Kind.DATA, problem, reason, remedy);
  }

  public static Refusal model(String problem, String reason, String remedy) {
    return new Refusal(Kind.MODEL, problem, reason, remedy);
  }

  public static Refusal locked(String problem, String reason, String remedy) {
    return new Refusal(Kind.LOCKED, problem, reason, remedy);
  }

  public static Refusal failed(String problem, String reason, String remedy) {
    return new Refusal(Kind.FAILED, problem, reason, remedy);
  }

  /** A file or folder that cannot be written. */
  public static Refusal notWritten(Path path, IOException origin) {
    return failed(
            "Cannot write " + path + ".",
            origin.toString(),
            "Check that this user may write there and that the disk has room, then run again.")
        .from(origin);
  }

  /** The same refusal with the exception behind it, once. */
  public Refusal from(Throwable origin) {
    initCause(origin);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong, and where. */
  public String problem() {
    return problem;
  }

  /** Why, in words; {@link #getCause()} is the exception behind it, if there was one. */
  public String reason() {
    return reason;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }
}
