package io.clairscore.service;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.service.access.Accounts;
import io.clairscore.service.conf.ServiceConf;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the live published version over HTTP until it is told to stop (SIGTERM, Ctrl-C).",
      "Requests in flight are answered first."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;

  @Option(
      names = "--insecure-local",
      description =
          "Everybody on this machine is everybody: no login. For demonstrations; refused unless"
              + " the service listens to this machine only.")
  private boolean insecureLocal;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConf conf = options.settings();
    if (insecureLocal && !conf.server().isLoopback()) {
      throw Refusal.usage(
          "--insecure-local is refused.",
          "The service listens at " + conf.server().host() + ", which other machines reach.",
          "Set server.host=127.0.0.1, or leave --insecure-local out.");
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Service service = Service.start(conf, insecureLocal);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    if (!insecureLocal) {
      service.firstAdministrator().ifPresent(ServeCommand::tell);
    } else {
      System.err.println("No login is asked for (--insecure-local): for demonstrations only.");
    }
    // Last: whoever waits for this line has then read all that is told.
    System.err.println("clairscore-service answers at " + service.address());
    stopped.await();
    return 0;
  }

  /** On the terminal alone: what is told here must never be in a log. */
  private static void tell(Accounts.Created created) {
    System.err.printf(
        "The first administrator is \"%s\", with the one-time password %s%n"
            + "It is told this once; log in at /login to choose an own one.%n",
        created.account().name(), created.password().orElseThrow());
  }
}
