package io.clairscore.service;

import io.clairscore.service.access.Accounts;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.conf.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A service that asks everybody who they are, without a published version. It is started once for
 * all tests that have it as a parameter.
 */
public final class GuardedService implements ParameterResolver {
  private static final ExtensionContext.Namespace ALL =
      ExtensionContext.Namespace.create(GuardedService.class);

  /** The service, and what it was started with. */
  static final class Site implements ExtensionContext.Store.CloseableResource {
    private final Path folder;
    private final ServiceConf conf;
    private final Service service;
    private final Accounts.Created first;
    private final HttpClient http = HttpClient.newHttpClient();

    private Site() {
      try {
        folder = Files.createTempDirectory("guarded");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      conf =
          ServiceSettings.read(
              null,
              Map.of(),
              List.of(
                  "published=" + folder.resolve("published"),
                  "store.url=jdbc:sqlite:" + folder.resolve("clairscore.db"),
                  "server.port=0",
                  "server.accessLog=false",
                  "server.limits.requestsPerSecond=100000",
                  "server.limits.burst=100000",
                  "server.limits.probesPerMinute=100000"));
      service = Service.start(conf, false);
      first = service.firstAdministrator().orElseThrow();
    }

    ServiceConf conf() {
      return conf;
    }

    Service service() {
      return service;
    }

    /** The administrator that the first start made, with the one-time password. */
    Accounts.Created first() {
      return first;
    }

    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(service.address() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
      service.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(ALL).getOrComputeIfAbsent(Site.class, k -> new Site());
  }
}
