package io.clairscore.service;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A real provider of OpenID Connect, which others wrote: a process of its own on this machine. It
 * lets everybody in at once, as the person that the name of the issuer stands for.
 */
final class IdentityProvider implements AutoCloseable {
  private static final Path USUAL = Path.of("../../work/oidc-provider");
  private static final String MAIN = "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt";

  /** Persons by issuer: one with a role, one without, one of another service. */
  private static final String PERSONS =
      """
      {"interactiveLogin": false, "tokenCallbacks": [%s, %s, %s]}
      """
          .formatted(
              person("advisors", "clairscore", "credit-advisors"),
              person("strangers", "clairscore", "gardeners"),
              person("elsewhere", "another", "credit-advisors"));

  private final Process process;
  private final int port;

  private IdentityProvider(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  private static String person(String issuer, String audience, String role) {
    return """
        {"issuerId": "%s", "tokenExpiry": 120, "requestMappings": [
          {"requestParam": "grant_type", "match": "authorization_code", "claims": {
            "sub": "person-1", "aud": ["%s"], "preferred_username": "Anna.Durand",
            "groups": ["%s", "employees"]}}]}
        """
        .formatted(issuer, audience, role);
  }

  /** The provider, if its jars are here; else the tests of it are skipped aloud. */
  static IdentityProvider start() throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("clairscore.oidc.provider", USUAL.toString()));
    if (!isThere(folder)) {
      System.err.println(
          "SKIPPED: no provider of OpenID Connect in "
              + folder
              + "; scripts/checks/service/oidc gets it and runs this");
      abort("no provider: scripts/checks/service/oidc");
    }
    int port = freePort();
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            folder + File.separator + "*",
            MAIN);
    program.environment().put("SERVER_PORT", Integer.toString(port));
    program.environment().put("SERVER_HOSTNAME", "127.0.0.1");
    program.environment().put("JSON_CONFIG", PERSONS);
    program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    IdentityProvider provider = new IdentityProvider(program.start(), port);
    provider.await();
    return provider;
  }

  private static boolean isThere(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("mock-oauth2"));
    }
  }

  private void await() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try {
        new Socket("127.0.0.1", port).close();
        return;
      } catch (IOException e) {
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          close();
          throw new IllegalStateException("The provider does not start", e);
        }
        Thread.sleep(100);
      }
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Address of an issuer: advisors, strangers, elsewhere. */
  String issuer(String name) {
    return "http://127.0.0.1:" + port + "/" + name;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
