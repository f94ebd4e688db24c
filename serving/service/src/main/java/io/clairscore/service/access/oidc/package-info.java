/**
 * Logins by a provider of OpenID Connect: {@link io.clairscore.service.access.oidc.OidcLogin} sends
 * people there and takes them back with what the provider confirms of them.
 */
package io.clairscore.service.access.oidc;
