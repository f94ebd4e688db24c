package io.clairscore.service.access;

import io.clairscore.features.refusal.Refusal;

/** What refusals about accounts are at the command line. */
public final class AccessErrors {
  private static final String NOTHING = "Nothing was changed.";

  private AccessErrors() {}

  /** The same refusal, with its cause and remedy. */
  public static Refusal refusal(AccessRefused refused) {
    return switch (refused.fault()) {
      case BAD_NAME ->
          usage(
              "This cannot be a name.",
              "An account's name has 2 to 64 plain letters, digits or signs . _ @ + -, a token's"
                  + " up to 64 letters, digits, spaces or such signs.");
      case NAME_TAKEN -> usage("The name is taken.", "Choose another name.");
      case UNKNOWN_ACCOUNT -> usage("There is no such account.", "Look for it with: accounts list");
      case UNKNOWN_TOKEN -> usage("There is no such token.", "Look for it with: tokens list");
      case SEATS_TAKEN ->
          usage(
              "As many accounts as may already have this role.",
              "Disable or delete one that is no longer used, or raise access.seats.");
      case LAST_ADMINISTRATOR ->
          usage(
              "Nobody could keep the accounts any more.",
              "Make another administrator first: accounts create NAME --roles ADMINISTRATOR");
      case NO_PASSWORD ->
          usage(
              "This account has no password.",
              "Programs have tokens (tokens create), others log in at their provider.");
      case ROLES_BEYOND ->
          usage(
              "A token cannot have roles that its account does not have.",
              "Leave them out, or give them to the account first: accounts roles");
      case TOO_LONG_VALID ->
          usage("No token may be valid for so long.", "Ask for fewer --days, or raise tokenDays.");
      case TOO_MANY_TOKENS ->
          usage(
              "The account has as many tokens as it may.",
              "Revoke those that are no longer used: tokens revoke");
      case BUSY, LOCKED_OUT, TOO_MANY_CLIENTS ->
          Refusal.locked("It cannot be done now.", NOTHING, "Try again in a moment.").from(refused);
      case WRONG_LOGIN, PASSWORD_MUST_CHANGE, WEAK_PASSWORD, NOT_SENT, PROVIDER_REFUSED ->
          usage("The login is refused.", "Give a new password: accounts password NAME");
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

  private static Refusal usage(String problem, String remedy) {
    return Refusal.usage(problem, NOTHING, remedy);
  }
}
