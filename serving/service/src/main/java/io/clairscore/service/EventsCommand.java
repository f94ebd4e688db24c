package io.clairscore.service;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.event.Actor;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.events.AuditEntry;
import io.clairscore.service.events.AuditEvent;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.events.ChainReport;
import io.clairscore.service.events.ChainVerifier;
import io.clairscore.service.events.EventExport;
import io.clairscore.service.events.EventFormat;
import io.clairscore.service.events.EventRetention;
import io.clairscore.service.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks after the events. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks after the events: predictions that were answered, and everything that people did.",
      "The service may run meanwhile."
    },
    subcommands = {
      EventsCommand.Verify.class,
      EventsCommand.Export.class,
      EventsCommand.Remove.class
    })
final class EventsCommand {

  /** Who works at the command line. */
  private static Actor operator() {
    return new Actor(System.getProperty("user.name", "unknown"), "COMMAND");
  }

  private static Database open(ServiceConf conf) {
    return Database.existing(conf.store().database());
  }

  /** Verifies the chain. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Walks the chain of hashes over all events, and names the first that is not what was"
            + " written (exit code 3).",
        "Note the last hash elsewhere, such as in a journal on paper: with --expect it proves later"
            + " that nothing up to it was changed, not even with every hash computed anew."
      })
  static final class Verify implements Callable<Integer> {
    @Mixin private SettingsOptions settings;
    @Spec private CommandSpec spec;

    @Option(
        names = "--expect",
        paramLabel = "NUMBER=HASH",
        description = "Hash that was noted for an event; repeatable.")
    private Map<Long, String> expected = new LinkedHashMap<>();

    @Override
    public Integer call() {
      try (Database database = open(settings.settings())) {
        ChainReport report = new ChainVerifier(database, expected).verify();
        report.refuseFault();
        spec.commandLine().getOut().println(report);
        return 0;
      }
    }
  }

  /** Writes events out. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes events out, a line each: JSON objects, or CSV.",
        "They tell everything of clients: keep the file as the database is kept. That it was made"
            + " is recorded."
      })
  static final class Export implements Callable<Integer> {
    @Mixin private SettingsOptions settings;
    @Spec private CommandSpec spec;

    @Option(
        names = "--format",
        defaultValue = "JSON",
        paramLabel = "FORMAT",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EventFormat format;

    @Option(
        names = "--client",
        paramLabel = "SK_ID_CURR",
        description = "Events about this client alone.")
    private Long client;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "New file to write (default: standard output).")
    private Path out;

    @Override
    public Integer call() {
      OptionalLong of = client == null ? OptionalLong.empty() : OptionalLong.of(client);
      try (Database database = open(settings.settings());
          Writer writer = writer()) {
        new AuditTrail(database)
            .record(
                new AuditEvent(
                    operator(), "events export", new AuditEntry.Export("events", format.name())));
        long written = new EventExport(database, format).write(writer, of);
        writer.flush();
        spec.commandLine().getErr().println(written + " events");
        return 0;
      } catch (IOException e) {
        throw Refusal.notWritten(out == null ? Path.of("-") : out, e);
      }
    }

    private Writer writer() throws IOException {
      return out == null
          ? new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))
          : new BufferedWriter(
              new OutputStreamWriter(
                  Files.newOutputStream(out, StandardOpenOption.CREATE_NEW),
                  StandardCharsets.UTF_8));
    }
  }

  /** Removes what is old enough. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "Removes the events that are older than events.keepDays says. What is left stays"
            + " verifiable: the chain then begins with the hash of the last one removed.",
        "Export before, if they are to be kept elsewhere."
      })
  static final class Remove implements Callable<Integer> {
    @Mixin private SettingsOptions settings;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      ServiceConf conf = settings.settings();
      try (Database database = open(conf)) {
        Optional<AuditEntry.Removal> removal =
            new EventRetention(database).remove(Instant.now(), conf.events().kept(), operator());
        spec.commandLine()
            .getOut()
            .println(
                removal
                    .map(
                        of ->
                            "events %d to %d are removed; hash %s"
                                .formatted(of.first(), of.last(), of.lastHash()))
                    .orElse("no event is older than " + conf.events().keepDays() + " days"));
        return 0;
      }
    }
  }
}
