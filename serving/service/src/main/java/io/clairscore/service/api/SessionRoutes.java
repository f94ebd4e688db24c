package io.clairscore.service.api;

import io.clairscore.service.access.Credentials;
import io.clairscore.service.access.Logins;
import io.clairscore.service.access.Principal;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Coming in, going out, and who one is. */
public final class SessionRoutes {
  private static final String TAG = "session";

  private final Logins logins;

  public SessionRoutes(Logins logins) {
    this.logins = logins;
  }

  /**
   * Who wants to come in.
   *
   * @param newPassword password from now on; needed where the present one was given by somebody
   *     else
   */
  public record Login(String name, String password, @MayBeNull String newPassword) {
    public Login {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
      return "login";
    }
  }

  /**
   * Another password.
   *
   * @param password the present one
   * @param newPassword the one from now on
   */
  public record NewPassword(String password, String newPassword) {
    public NewPassword {
      Objects.requireNonNull(password, "password");
      Objects.requireNonNull(newPassword, "newPassword");
    }

    @Override
    public String toString() {
      return "new password";
    }
  }

  /**
   * Who one is.
   *
   * @param id stands in every record of what one does
   * @param kind account, token, or everybody on this machine
   * @param roles what one may do
   */
  public record Me(String id, Principal.Kind kind, String name, List<Role> roles) {
    static Me of(Principal principal) {
      return new Me(
          principal.id(),
          principal.kind(),
          principal.name(),
          principal.roles().stream().sorted().toList());
    }
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.post(TAG, "login", "/api/login", "Log in with a name and a password.")
            .access(Access.toEverybody())
            .taking(Login.class, Me.class, this::login),
        Route.post(TAG, "logout", "/api/logout", "End the session, if there is one.")
            .access(Access.toEveryPrincipal())
            .answering(Void.class, (exchange, nothing) -> logout(exchange)),
        Route.post(TAG, "change-password", "/api/password", "Change one's own password.")
            .access(Access.toEveryPrincipal())
            .taking(NewPassword.class, Me.class, this::changePassword),
        Route.get(TAG, "me", "/api/me", "Who one is, and what one may do.")
            .access(Access.toEveryPrincipal())
            .is(Route.Trait.PERSONAL)
            .answering(Me.class, (exchange, nothing) -> Reply.of(Me.of(exchange.principal()))));
  }

  private Reply<Me> login(Exchange exchange, Login login) {
    return entered(
        exchange,
        logins.enter(
            login.name(),
            login.password(),
            Optional.ofNullable(login.newPassword()),
            door(exchange)));
  }

  private Reply<Me> changePassword(Exchange exchange, NewPassword wanted) {
    if (exchange.principal().kind() != Principal.Kind.ACCOUNT) {
      throw Problem.of(ProblemKind.NO_PASSWORD);
    }
    return entered(
        exchange,
        logins.changePassword(
            exchange.principal(), wanted.password(), wanted.newPassword(), door(exchange)));
  }

  private Reply<Void> logout(Exchange exchange) {
    if (exchange.principal().kind() == Principal.Kind.ACCOUNT) {
      logins.leave(exchange.principal(), door(exchange));
    }
    return Reply.done().with(SessionCookie.HEADER, SessionCookie.gone(exchange));
  }

  private static Reply<Me> entered(Exchange exchange, Logins.Entry entry) {
    Me me =
        new Me(
            entry.account().id(),
            Principal.Kind.ACCOUNT,
            entry.account().name(),
            entry.account().roles().stream().sorted().toList());
    return Reply.of(me).with(SessionCookie.HEADER, SessionCookie.of(entry.session(), exchange));
  }

  static Logins.Door door(Exchange exchange) {
    return new Logins.Door(
        exchange.address(), exchange.requestId(), exchange.cookie(Credentials.SESSION_COOKIE));
  }
}
