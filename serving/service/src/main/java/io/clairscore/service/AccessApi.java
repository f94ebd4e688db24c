package io.clairscore.service;

import io.clairscore.service.access.AccessConf;
import io.clairscore.service.access.AccessControl;
import io.clairscore.service.access.oidc.OidcLogin;
import io.clairscore.service.api.AccountRoutes;
import io.clairscore.service.api.AuditRoutes;
import io.clairscore.service.api.LoginPages;
import io.clairscore.service.api.OidcRoutes;
import io.clairscore.service.api.SessionRoutes;
import io.clairscore.service.api.TokenRoutes;
import io.clairscore.service.events.EventHistory;
import io.clairscore.service.http.Route;
import io.clairscore.service.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes about who may do what, and who did what, wired. */
final class AccessApi {
  private AccessApi() {}

  /** The provider of OpenID Connect, if there is one. */
  static Optional<OidcLogin> provider(AccessConf conf) {
    return conf.oidc().given()
        ? Optional.of(new OidcLogin(conf.oidc(), System.getenv()))
        : Optional.empty();
  }

  static List<Route<?, ?>> of(
      AccessControl access, AccessConf conf, Optional<OidcLogin> provider, Database database) {
    List<Route<?, ?>> routes = new ArrayList<>();
    routes.addAll(new SessionRoutes(access.logins()).routes());
    routes.addAll(new LoginPages(provider.isPresent(), conf.passwordLength()).routes());
    routes.addAll(new OidcRoutes(provider, access.logins()).routes());
    routes.addAll(new AccountRoutes(access.accounts()).routes());
    routes.addAll(new TokenRoutes(access.accounts(), access.tokens()).routes());
    routes.addAll(new AuditRoutes(new EventHistory(database)).routes());
    return routes;
  }
}
