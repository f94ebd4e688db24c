package io.clairscore.service;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.conf.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A start of the service that serves nobody: on a store of its own, which is deleted. It places the
 * native libraries, and a Java that writes an archive of the classes it loaded writes that of a
 * service.
 */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the service on a store of its own, asks it a few things and ends.",
      "With -XX:ArchiveClassesAtExit=FILE later starts are fast: see scripts/build."
    })
final class RehearseCommand implements Callable<Integer> {
  /** What a start goes through, and the first requests of a visit. */
  private static final List<String> ASKED =
      List.of("/health/live", "/health/ready", "/openapi.json", "/metrics", "/no such path");

  @Option(
      names = "--workspace",
      paramLabel = "FOLDER",
      description = "Workspace whose published version is opened, and only read.")
  private Path workspace;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("clairscore-rehearsal");
    try (Service service = Service.start(settings(folder), true)) {
      HttpClient client = HttpClient.newHttpClient();
      for (String path : ASKED) {
        URI address = URI.create(service.address() + path.replace(" ", "%20"));
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private ServiceConf settings(Path folder) {
    Path published = (workspace == null ? folder : workspace).resolve("published");
    return ServiceSettings.read(
        null,
        Map.of(),
        List.of(
            "published=" + published,
            "reports=" + folder.resolve("reports"),
            "store.url=jdbc:sqlite:" + folder.resolve("service.db"),
            "store.lastingDisk=true",
            "server.host=127.0.0.1",
            "server.port=0",
            "server.accessLog=false"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw Refusal.notWritten(folder, e);
    }
  }
}
