package io.clairscore.service.http;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.service.access.AccessRefused;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong, to who asked and, if it is ours to mend, to the log. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** The Open Inference Protocol wants the words of an error in a member of that name. */
  private static final String INFERENCE = "/v2";

  private Failures() {}

  static void answer(Context context, Throwable fault) {
    Problem problem = problem(fault);
    Throwable cause = fault instanceof Problem ? fault.getCause() : fault;
    // To be busy is no failure, and a rush of it must not become a rush of traces.
    if (problem.kind().status() >= 500 && problem.kind() != ProblemKind.BUSY && cause != null) {
      LOG.error("request {} failed: {}", RequestIds.of(context), said(cause), cause);
    }
    if (fault instanceof MethodNotAllowedResponse other) {
      context.header("Allow", other.getDetails().getOrDefault("availableMethods", ""));
    }
    answer(context, problem, problem.kind().status());
  }

  static void answer(Context context, Problem problem, int status) {
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
    if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
      context.header("WWW-Authenticate", "Bearer realm=\"clairscore\"");
    }
    context.header("Cache-Control", "no-store");
    context.status(status).contentType(ProblemDocument.TYPE);
    Language language = Languages.of(context);
    Problem told =
        context.path().startsWith(INFERENCE)
            ? ProblemDocument.withError(problem, language)
            : problem;
    context.result(ProblemDocument.of(told, language, RequestIds.of(context)));
  }

  private static Problem problem(Throwable fault) {
    if (fault instanceof Problem problem) {
      return problem;
    }
    if (fault instanceof Refusal refusal) {
      return Problem.of(refusal);
    }
    if (fault instanceof AccessRefused refused) {
      return Problem.of(refused);
    }
    if (fault instanceof HttpResponseException known) {
      return Problem.of(kind(known.getStatus()));
    }
    if (fault instanceof HttpException known) {
      return Problem.of(kind(known.getCode()));
    }
    return Problem.of(ProblemKind.FAILED);
  }

  /** What Javalin and Jetty refuse by themselves. */
  static ProblemKind kind(int status) {
    return switch (status) {
      case 404 -> ProblemKind.UNKNOWN_ROUTE;
      case 405 -> ProblemKind.WRONG_METHOD;
      case 413, 414, 431 -> ProblemKind.OVERSIZED;
      case 415 -> ProblemKind.WRONG_MEDIA_TYPE;
      case 503 -> ProblemKind.BUSY;
      default -> status < 500 ? ProblemKind.BAD_REQUEST : ProblemKind.FAILED;
    };
  }

  private static String said(Throwable fault) {
    return fault instanceof Refusal ? fault.getMessage() : fault.getClass().getName();
  }
}
