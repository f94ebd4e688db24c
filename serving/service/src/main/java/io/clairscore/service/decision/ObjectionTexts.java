package io.clairscore.service.decision;

import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences of objections; there is one for each kind, or the program does not start. */
final class ObjectionTexts {
  private static final TextTable TEXTS = texts();

  private ObjectionTexts() {}

  static Text of(Objection.Kind kind) {
    return TEXTS.text("sentence", kind.name());
  }

  private static TextTable texts() {
    TextTable texts = TextTable.read(ObjectionTexts.class, "objections.tsv", 1);
    texts.demandExactly(
        Arrays.stream(Objection.Kind.values())
            .map(kind -> List.of(kind.name()))
            .collect(Collectors.toSet()));
    return texts;
  }
}
