package io.clairscore.service.http;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes the headers X-Forwarded-For and X-Forwarded-Proto of named proxies, and of nobody else.
 * A proxy appends to what it was sent, which anybody may have written: the client is the last
 * address that is none of the proxies', and not the first, which Jetty itself would take.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {
  private static final String CLIENT = "X-Forwarded-For";
  private static final String SCHEME = "X-Forwarded-Proto";

  /** All others that Jetty would believe. */
  private static final List<String> UNHEARD =
      List.of(
          "Forwarded",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Server",
          "X-Proxied-Https",
          "Proxy-auth-cert",
          "Proxy-ssl-id");

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
    return trusted ? forwarded.customize(new Told(request, heard(request)), answer) : request;
  }

  private HttpFields heard(Request request) {
    HttpFields.Mutable fields = HttpFields.build(request.getHeaders());
    UNHEARD.forEach(fields::remove);
    List<String> clients = values(request, CLIENT);
    while (clients.size() > 1 && addresses.contains(clients.get(clients.size() - 1))) {
      clients.remove(clients.size() - 1);
    }
    keepLast(fields, CLIENT, clients);
    keepLast(fields, SCHEME, values(request, SCHEME));
    return fields.asImmutable();
  }

  private static void keepLast(HttpFields.Mutable fields, String name, List<String> values) {
    fields.remove(name);
    if (!values.isEmpty()) {
      fields.put(name, values.get(values.size() - 1));
    }
  }

  /** Values of a header, whether they stand in one line or in several. */
  private static List<String> values(Request request, String name) {
    List<String> values = new ArrayList<>();
    for (HttpField field : request.getHeaders().getFields(name)) {
      for (String value : field.getValueList()) {
        values.add(value.strip());
      }
    }
    return values;
  }

  /** A request with other headers. */
  private static final class Told extends Request.Wrapper {
    private final HttpFields headers;

    private Told(Request request, HttpFields headers) {
      super(request);
      this.headers = headers;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
