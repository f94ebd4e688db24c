package io.clairscore.service.api;

import io.clairscore.service.access.Account;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.access.ApiToken;
import io.clairscore.service.access.Principal;
import io.clairscore.service.access.Role;
import io.clairscore.service.access.Tokens;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.MayBeNull;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tokens of programs: everybody has own ones, and administrators see all. */
public final class TokenRoutes {
  private static final String TAG = "tokens";
  private static final int USUAL_DAYS = 90;

  private final Accounts accounts;
  private final Tokens tokens;

  public TokenRoutes(Accounts accounts, Tokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /**
   * A token, without its secret.
   *
   * @param account name of the account whose it is
   * @param created when it was made, ISO 8601
   * @param expires from when on it is worth nothing, ISO 8601
   * @param lastUsed when it was last used, ISO 8601
   */
  public record TokenView(
      String id,
      String account,
      String name,
      List<Role> roles,
      String created,
      String expires,
      @MayBeNull String lastUsed) {}

  /** Own tokens, or all of them. */
  public record TokenList(List<TokenView> tokens) {}

  /**
   * A token to be made.
   *
   * @param name what it is for
   * @param roles what it may do; without them, all that its account may
   * @param days for how long it is valid; without them, 90 or the longest that is allowed
   * @param account name of the program's account whose it is, for administrators; without it, one's
   *     own
   */
  public record NewToken(
      String name,
      @MayBeNull List<Role> roles,
      @MayBeNull Integer days,
      @MayBeNull String account) {
    public NewToken {
      Objects.requireNonNull(name, "name");
      roles = roles == null ? null : AccountRoutes.demanded(roles);
    }
  }

  /**
   * A token that was made.
   *
   * @param secret what the program sends as {@code Authorization: Bearer}; shown this once
   */
  public record MadeToken(TokenView token, String secret) {
    @Override
    public String toString() {
      return "token " + token.id();
    }
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "tokens", "/api/tokens", "Own tokens; for administrators, all.")
            .access(Access.toEveryPrincipal())
            .is(Route.Trait.PERSONAL)
            .answering(TokenList.class, (exchange, nothing) -> list(exchange)),
        Route.post(TAG, "create-token", "/api/tokens", "Make a token.")
            .access(Access.toEveryPrincipal())
            .taking(NewToken.class, MadeToken.class, this::create),
        Route.delete(TAG, "revoke-token", "/api/tokens/{token}", "Make a token worthless.")
            .access(Access.toEveryPrincipal())
            .with(Parameter.path("token", "Identifier of the token."))
            .answering(Void.class, (exchange, nothing) -> revoke(exchange)));
  }

  private Reply<TokenList> list(Exchange exchange) {
    List<ApiToken> seen =
        keepsAll(exchange) ? tokens.all() : tokens.of(exchange.principal().person());
    return Reply.of(new TokenList(seen.stream().map(TokenRoutes::view).toList()));
  }

  private Reply<MadeToken> create(Exchange exchange, NewToken wanted) {
    // A token that leaked must not outlive itself in others.
    if (exchange.principal().kind() == Principal.Kind.TOKEN) {
      throw Problem.of(ProblemKind.FORBIDDEN);
    }
    Duration valid =
        wanted.days() == null
            ? Duration.ofDays(Math.min(USUAL_DAYS, tokens.longest().toDays()))
            : Duration.ofDays(wanted.days());
    Tokens.Created created =
        tokens.create(
            AccountRoutes.doer(exchange),
            owner(exchange, wanted),
            wanted.name(),
            wanted.roles() == null ? Set.of() : Set.copyOf(wanted.roles()),
            valid);
    return Reply.of(new MadeToken(view(created.token()), created.secret()));
  }

  /** A token speaks for its account: nobody makes one that speaks for another person. */
  private String owner(Exchange exchange, NewToken wanted) {
    if (wanted.account() == null) {
      return exchange.principal().person();
    }
    if (!keepsAll(exchange)) {
      throw Problem.of(ProblemKind.FORBIDDEN);
    }
    Account account = accounts.named(wanted.account());
    if (account.way() != Account.Way.TOKENS
        && !account.id().equals(exchange.principal().person())) {
      throw Problem.of(ProblemKind.FORBIDDEN);
    }
    return account.id();
  }

  private Reply<Void> revoke(Exchange exchange) {
    ApiToken token = tokens.one(exchange.path("token"));
    if (!keepsAll(exchange) && !token.accountId().equals(exchange.principal().person())) {
      throw Problem.of(ProblemKind.UNKNOWN_TOKEN);
    }
    tokens.revoke(AccountRoutes.doer(exchange), token.id());
    return Reply.done();
  }

  private static boolean keepsAll(Exchange exchange) {
    return exchange.principal().has(Role.ADMINISTRATOR);
  }

  private static TokenView view(ApiToken token) {
    return new TokenView(
        token.id(),
        token.account(),
        token.name(),
        token.roles().stream().sorted().toList(),
        token.created().toString(),
        token.expires().toString(),
        token.lastUsed().map(Object::toString).orElse(null));
  }
}
