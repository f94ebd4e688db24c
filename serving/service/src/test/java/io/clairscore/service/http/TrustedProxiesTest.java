package io.clairscore.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

  /** Where somebody seems to be. */
  private record Seen(String address, boolean secure) {}

  private static final Route<Void, Seen> ROUTE =
      Route.get("test", "seen", "/seen", "Whence.")
          .access(Access.toEverybody())
          .answering(
              Seen.class,
              (exchange, nothing) -> Reply.of(new Seen(exchange.address(), exchange.secure())));

  private static RunningServer behind(String... proxies) {
    ServerConf plain = RunningServer.conf(RunningServer.LIMITS);
    return new RunningServer(
        new ServerConf(
            plain.host(),
            0,
            List.of(),
            List.of(proxies),
            plain.tls(),
            plain.stopSeconds(),
            plain.accessLog(),
            plain.limits()),
        ROUTE);
  }

  private static String seen(RunningServer server, String... headers) throws Exception {
    HttpRequest.Builder request = server.request("/seen");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return server.send(request).body();
  }

  @Test
  void nobodyIsBelievedWhoIsNoNamedProxy() throws Exception {
    try (RunningServer server = behind("10.0.0.1")) {
      assertThat(seen(server, "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https"))
          .isEqualTo("{\"address\":\"127.0.0.1\",\"secure\":false}");
    }
  }

  @Test
  void theClientIsTheLastAddressThatIsNoProxyWhateverTheClientWroteBefore() throws Exception {
    try (RunningServer server = behind("127.0.0.1", "10.0.0.1")) {
      String client = "{\"address\":\"192.0.2.1\",\"secure\":true}";
      assertThat(seen(server, "X-Forwarded-For", "192.0.2.1", "X-Forwarded-Proto", "https"))
          .isEqualTo(client);
      assertThat(
              seen(
                  server,
                  "X-Forwarded-For",
                  "203.0.113.9, 192.0.2.1, 10.0.0.1",
                  "X-Forwarded-Proto",
                  "http, https"))
          .isEqualTo(client);
      assertThat(
              seen(
                  server,
                  "X-Forwarded-For",
                  "203.0.113.9",
                  "X-Forwarded-For",
                  "192.0.2.1",
                  "Forwarded",
                  "for=203.0.113.9;proto=http",
                  "X-Forwarded-Proto",
                  "https"))
          .isEqualTo(client);
    }
  }
}
