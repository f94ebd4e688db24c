package io.clairscore.service.access.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.clairscore.service.access.AccessFault;
import io.clairscore.service.access.AccessRefused;
import io.clairscore.service.access.Identity;
import io.clairscore.service.access.OidcConf;
import io.clairscore.service.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a provider says of a person, as what the person is here. */
record Claims(OidcConf conf) {

  /**
   * @throws AccessRefused if no value of the claim is a role here
   */
  Identity identity(IDTokenClaimsSet claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object value : values(claims.getClaim(conf.rolesClaim()))) {
      String role = conf.roles().get(String.valueOf(value));
      if (role != null) {
        roles.add(Role.valueOf(role));
      }
    }
    if (roles.isEmpty()) {
      throw AccessRefused.of(AccessFault.PROVIDER_REFUSED);
    }
    Object name = claims.getClaim(conf.nameClaim());
    return new Identity(
        claims.getIssuer().getValue(),
        claims.getSubject().getValue(),
        name instanceof String text ? text : claims.getSubject().getValue(),
        roles);
  }

  private static Collection<?> values(Object claim) {
    if (claim instanceof Collection<?> several) {
      return several;
    }
    return claim == null ? List.of() : List.of(claim);
  }
}
