package io.clairscore.service.api;

/** What stands on the login page; the texts are in {@code login.tsv}. */
enum LoginText {
  TITLE,
  OTHER_LANGUAGE,
  NAME,
  PASSWORD,
  NEW_PASSWORD,
  RULE,
  SUBMIT,
  WAITING,
  UNREACHABLE,
  PROVIDER,
  NO_SCRIPT,
  ENTERED,
  GO_ON
}
