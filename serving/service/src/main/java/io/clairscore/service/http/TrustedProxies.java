package io.clairscore.service.http;

import java.net.InetSocketAddress;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Believes the headers X-Forwarded-* of named proxies, and of nobody else. */
final class TrustedProxies implements HttpConfiguration.Customizer {
  private final HttpConfiguration.Customizer forwarded = new ForwardedRequestCustomizer();
  private final Set<String> addresses;

  TrustedProxies(Set<String> addresses) {
    this.addresses = addresses;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    boolean trusted =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
            && addresses.contains(from.getAddress().getHostAddress());
    return trusted ? forwarded.customize(request, answer) : request;
  }
}
