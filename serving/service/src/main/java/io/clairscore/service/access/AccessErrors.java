package io.clairscore.service.access;

import io.clairscore.features.refusal.Refusal;

/** What refusals about accounts are at the command line. */
public final class AccessErrors {
  private AccessErrors() {}

  /** The same refusal, with its cause and remedy. */
  public static Refusal refusal(AccessRefused refused) {
    return switch (refused.fault()) {
      case BAD_NAME ->
          Refusal.usage(
              "This cannot be a name.",
              "An account's name has 2 to 64 plain letters, digits or signs . _ @ + -, a token's"
                  + " up to 64 letters, digits, spaces or such signs.",
              "Choose another name.");
      case NAME_TAKEN ->
          Refusal.usage(
              "The name is taken.",
              "No two accounts have one name, nor two tokens of one account.",
              "Choose another name.");
      case UNKNOWN_ACCOUNT ->
          Refusal.usage(
              "There is no such account.", "Nobody has this name.", "Look for it: accounts list");
      case UNKNOWN_TOKEN ->
          Refusal.usage(
              "There is no such token.",
              "It was revoked, or is no identifier (t-...) of one.",
              "Look for it: tokens list");
      case SEATS_TAKEN ->
          Refusal.usage(
              "There is no seat left.",
              "As many accounts as access.seats allows have this role.",
              "Disable or delete one that is no longer used, or raise access.seats.");
      case LAST_ADMINISTRATOR ->
          Refusal.usage(
              "The account stays as it is.",
              "It is the last administrator who can log in, and nobody could keep accounts.",
              "Make another one first: accounts create NAME --roles ADMINISTRATOR");
      case NO_PASSWORD ->
          Refusal.usage(
              "The account has no password.",
              "It is a program's, or a provider logs its person in.",
              "Give a program a token: tokens create");
      case ROLES_BEYOND ->
          Refusal.usage(
              "The token cannot have these roles.",
              "Its account does not have them.",
              "Leave them out, or give them to the account first: accounts roles");
      case TOO_LONG_VALID ->
          Refusal.usage(
              "The token cannot be valid for so long.",
              "access.tokenDays is the longest, and a day the shortest.",
              "Ask for other --days.");
      case TOO_MANY_TOKENS ->
          Refusal.usage(
              "The account cannot have another token.",
              "It has as many as an account may.",
              "Revoke those that are no longer used: tokens revoke");
      default ->
          Refusal.locked("It cannot be done now.", refused.fault().name(), "Try again in a moment.")
              .from(refused);
    };
  }

  /** A provider cannot be asked. */
  public static Refusal provider(String reason, Throwable origin) {
    return Refusal.failed(
            "The identity provider cannot be used.",
            reason,
            "Check access.oidc and that the provider answers; people with a password can log in"
                + " meanwhile.")
        .from(origin);
  }

  /** The service does not know its own secret. */
  public static Refusal secret(String place) {
    return Refusal.usage(
        "The secret for the identity provider cannot be read.",
        place + " does not hold it.",
        "Name a file that holds it and nothing else (access.oidc.secretFile), or an environment"
            + " variable (access.oidc.secretVariable).");
  }
}
