package io.clairscore.service.access;

import io.clairscore.features.settings.Require;
import java.time.Duration;

/**
 * How accounts, sessions and tokens live.
 *
 * @param idleMinutes after which a session that nobody uses ends
 * @param sessionHours after which every session ends
 * @param passwordLength shortest password
 * @param oneTimeHours for which a password that somebody else gave may be exchanged for an own one
 * @param tokenDays longest life of a token
 * @param idleDays after which an account that nobody uses is listed as idle
 * @param lockout who tries passwords
 * @param seats most accounts of each role
 * @param oidc a provider that logs people in
 */
public record AccessConf(
    int idleMinutes,
    int sessionHours,
    int passwordLength,
    int oneTimeHours,
    int tokenDays,
    int idleDays,
    Lockout lockout,
    Seats seats,
    OidcConf oidc) {
  private static final int LEAST_PASSWORD = 12;

  /**
   * When passwords are no longer checked for a while.
   *
   * @param failures wrong logins of one name within the span
   * @param addressFailures wrong logins from one address within it
   * @param minutes the span, and for how long no more are checked
   */
  public record Lockout(int failures, int addressFailures, int minutes) {
    public Lockout {
      Require.positive("access.lockout.failures", failures);
      Require.positive("access.lockout.addressFailures", addressFailures);
      Require.positive("access.lockout.minutes", minutes);
    }

    Duration span() {
      return Duration.ofMinutes(minutes);
    }
  }

  /** Most accounts that may have a role at a time, disabled ones not counted; 0 for no limit. */
  public record Seats(int advisor, int reviewer, int administrator, int monitor) {
    public Seats {
      Require.notNegative("access.seats.advisor", advisor);
      Require.notNegative("access.seats.reviewer", reviewer);
      Require.notNegative("access.seats.administrator", administrator);
      Require.notNegative("access.seats.monitor", monitor);
    }

    /** Most accounts of a role; 0 for no limit. */
    public int of(Role role) {
      return switch (role) {
        case ADVISOR -> advisor;
        case REVIEWER -> reviewer;
        case ADMINISTRATOR -> administrator;
        case MONITOR -> monitor;
      };
    }
  }

  public AccessConf {
    Require.positive("access.idleMinutes", idleMinutes);
    Require.positive("access.sessionHours", sessionHours);
    Require.atLeast(LEAST_PASSWORD, "access.passwordLength", passwordLength);
    Require.positive("access.oneTimeHours", oneTimeHours);
    Require.positive("access.tokenDays", tokenDays);
    Require.positive("access.idleDays", idleDays);
    Require.present("access.lockout", lockout);
    Require.present("access.seats", seats);
    Require.present("access.oidc", oidc);
  }

  Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  Duration session() {
    return Duration.ofHours(sessionHours);
  }

  Duration oneTime() {
    return Duration.ofHours(oneTimeHours);
  }
}
