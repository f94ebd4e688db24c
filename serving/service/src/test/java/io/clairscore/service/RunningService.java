package io.clairscore.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.clairscore.scorer.published.Published;
import io.clairscore.service.conf.ServiceSettings;
import io.clairscore.service.http.Json;
import io.clairscore.service.model.PublishedFixture;
import io.clairscore.service.model.ServedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A whole service over a published version of invented clients, at which everybody on this machine
 * may ask everything. It is started once for all tests that have it as a parameter.
 */
public final class RunningService implements ParameterResolver {
  private static final ExtensionContext.Namespace ALL =
      ExtensionContext.Namespace.create(RunningService.class);

  /** The service, and what it serves. */
  public static final class Site
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Service service;
    private final ServedModel model;
    private final HttpClient http = HttpClient.newHttpClient();

    private Site(Path folder, Published published) {
      this.folder = folder;
      this.model = ServedModel.open(published.live());
      this.service =
          Service.start(
              ServiceSettings.read(
                  null,
                  Map.of(),
                  List.of(
                      "published=" + published.folder(),
                      "models=" + folder.resolve("models"),
                      "reports=" + folder.resolve("reports"),
                      "monitoring.foldSeconds=1",
                      "store.url=jdbc:sqlite:" + folder.resolve("clairscore.db"),
                      "server.port=0",
                      "server.accessLog=false",
                      "server.limits.requestsPerSecond=100000",
                      "server.limits.burst=100000",
                      "server.limits.probesPerMinute=10000")),
              true);
    }

    private static Site ofFixture() {
      try {
        Path folder = Files.createTempDirectory("service");
        return new Site(folder, PublishedFixture.live(folder.resolve("published")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A service over versions that stand elsewhere; its own files end with it. */
    public static Site over(Path published) throws IOException {
      return new Site(Files.createTempDirectory("service"), new Published(published));
    }

    /** What is served, opened once more: the same engine, asked beside HTTP. */
    public ServedModel model() {
      return model;
    }

    /** Holds {@code published}, {@code models} and {@code reports}. */
    public Path folder() {
      return folder;
    }

    public URI address(String path) {
      return URI.create(service.address() + path);
    }

    public HttpResponse<byte[]> get(String path) {
      return send(HttpRequest.newBuilder(address(path)).timeout(PATIENCE).build());
    }

    public HttpResponse<byte[]> post(String path, String json) {
      return send(
          HttpRequest.newBuilder(address(path))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build());
    }

    public HttpResponse<byte[]> send(HttpRequest request) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The good answer to a request, or an error that shows the other one. */
    public static JsonNode good(HttpResponse<byte[]> answer) {
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + new String(answer.body()));
      }
      return tree(answer);
    }

    public static JsonNode tree(HttpResponse<byte[]> answer) {
      try {
        return Json.MAPPER.readTree(answer.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public JsonNode tree(String json) {
      try {
        return Json.MAPPER.readTree(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      service.close();
      model.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
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
    return context.getRoot().getStore(ALL).getOrComputeIfAbsent(Site.class, k -> Site.ofFixture());
  }
}
