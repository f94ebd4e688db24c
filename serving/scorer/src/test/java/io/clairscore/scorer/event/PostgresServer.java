package io.clairscore.scorer.event;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own, from the programs of the system's package: a fresh cluster in a
 * temporary folder, on a free port of this machine, which asks for a password.
 */
public final class PostgresServer {
  public static final String USER = "clairscore";
  public static final String PASSWORD = "s3cret-of-the-test";
  private static final Path PACKAGED = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Ends the server at once, as a crash would; {@link #again} starts it over the same rows. */
  public void crash() throws IOException, InterruptedException {
    program("pg_ctl", "-D", data(), "-m", "immediate", "stop");
  }

  /** Starts the server that was ended. */
  public void again() throws IOException, InterruptedException {
    program(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-F -p " + port + " -c listen_addresses=127.0.0.1 -k " + folder,
        "start");
  }

  /**
   * Gives the server a certificate of its own, for the name "localhost" alone; it uses it once
   * {@code ssl} is on and its settings are read again.
   *
   * @return the certificate, PEM
   */
  public Path certified() throws IOException, InterruptedException {
    Path certificate = Path.of(data(), "server.crt");
    asServer(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            data() + "/server.key",
            "-out",
            certificate.toString()));
    return certificate;
  }

  /** The port on this machine. */
  public int port() {
    return port;
  }

  /** Address of another database of this server. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A file that holds {@link #PASSWORD}. */
  public Path passwordFile() {
    return folder.resolve("password-of-the-tests");
  }

  /** Where the server's programs are, the newest release first; empty without the package. */
  public static Optional<Path> programs() {
    if (!Files.isDirectory(PACKAGED)) {
      return Optional.empty();
    }
    try (Stream<Path> releases = Files.list(PACKAGED)) {
      return releases
          .map(release -> release.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(
              Comparator.comparingInt(
                  bin -> Integer.parseInt(bin.getParent().getFileName().toString())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static PostgresServer start(Path programs) throws IOException, InterruptedException {
    // PostgreSQL refuses root, and another user may not enter JUnit's folders.
    Path folder = Files.createTempDirectory("clairscore-postgres");
    PostgresServer server = new PostgresServer(programs, folder, freePort());
    Path password = folder.resolve("password");
    Files.writeString(password, PASSWORD);
    Files.writeString(server.passwordFile(), PASSWORD + "\n");
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres:", folder.toString()));
    }
    server.program(
        "initdb",
        "-D",
        server.data(),
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync");
    server.again();
    return server;
  }

  public String url() {
    return url("postgres");
  }

  public void stop() throws IOException, InterruptedException {
    program("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    Files.walkFileTree(folder, new Removal());
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void program(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
    command.addAll(List.of(arguments));
    asServer(command);
  }

  private static void asServer(List<String> command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    whole.addAll(command);
    run(whole);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("postgres", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    if (status != 0) {
      throw new IOException(command + " ended with " + status + ": " + said);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Removes a folder with all it holds. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path left, IOException error) throws IOException {
      Files.delete(left);
      return FileVisitResult.CONTINUE;
    }
  }
}
