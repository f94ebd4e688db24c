package io.clairscore.service.access;

/** Every reason for which somebody does not come in, or an account or token stays as it is. */
public enum AccessFault {
  /** The name or the password is wrong; which of them is never said. */
  WRONG_LOGIN,
  /** Too many wrong logins. */
  LOCKED_OUT,
  /** Passwords are being checked for as many people as the machine can bear. */
  BUSY,
  /** The password was given by somebody else: an own one must be chosen with it. */
  PASSWORD_MUST_CHANGE,
  /** A new password is too short, too simple, or the name. */
  WEAK_PASSWORD,
  /** There is no password to change: another program logs this account in, or nobody. */
  NO_PASSWORD,
  /** A name has other characters than it may. */
  BAD_NAME,
  NAME_TAKEN,
  /** As many accounts have the role as may. */
  SEATS_TAKEN,
  /** Nobody would be left to keep accounts. */
  LAST_ADMINISTRATOR,
  UNKNOWN_ACCOUNT,
  UNKNOWN_TOKEN,
  /** A token cannot do more than who makes it. */
  ROLES_BEYOND,
  /** A token that would be valid for longer than any may be. */
  TOO_LONG_VALID,
  TOO_MANY_TOKENS,
  /** Somebody has read the files of more clients in an hour than one person may. */
  TOO_MANY_CLIENTS,
  /** Somebody comes back from the provider who was not sent there, or too long ago. */
  NOT_SENT,
  /** The provider of OpenID Connect did not confirm who it is, or gives no role here. */
  PROVIDER_REFUSED
}
