package io.clairscore.service.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.text.Language;
import io.clairscore.features.text.Slots;
import io.clairscore.features.text.TextTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes problems as {@code application/problem+json}. */
final class ProblemDocument {
  static final String TYPE = "application/problem+json";
  private static final TextTable TEXTS = texts();

  private static final String ERROR = "error";

  private ProblemDocument() {}

  private static TextTable texts() {
    TextTable texts = TextTable.read(ProblemDocument.class, "problems.tsv", 1);
    texts.demandExactly(
        Arrays.stream(ProblemKind.values())
            .map(kind -> List.of(kind.name()))
            .collect(Collectors.toSet()));
    return texts;
  }

  /** The problem with its words in a member {@code error}, unless it has one. */
  static Problem withError(Problem problem, Language language) {
    return problem.members().containsKey(ERROR)
        ? problem
        : problem.with(ERROR, detail(problem, language));
  }

  static byte[] of(Problem problem, Language language, String requestId) {
    return of(problem, problem.kind().status(), language, requestId);
  }

  /** A problem with another status than that of its kind, as Jetty refuses by many. */
  static byte[] of(Problem problem, int status, Language language, String requestId) {
    ProblemKind kind = problem.kind();
    ObjectNode document = Json.MAPPER.createObjectNode();
    document
        .put("type", kind.type())
        .put("title", TEXTS.text("title", kind.name()).in(language))
        .put("status", status)
        .put("detail", detail(problem, language))
        .put("remedy", TEXTS.text("remedy", kind.name()).in(language))
        .put("requestId", requestId);
    problem.members().forEach((name, value) -> document.set(name, Json.MAPPER.valueToTree(value)));
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String detail(Problem problem, Language language) {
    return Slots.fill(TEXTS.text("detail", problem.kind().name()).in(language), problem.slots());
  }
}
