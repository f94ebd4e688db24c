package io.clairscore.pipelines.study.explanation;

/** Parts of a rule ({@code rules.tsv}). */
enum RulePhrase {
  REFUSE,
  GRANT,
  ALWAYS,
  IF,
  AND,
  UNKNOWN,
  KNOWN,
  OR_UNKNOWN,
  BETWEEN,
  ABOVE,
  UP_TO
}
