package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.CsvFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where and by whom a command is run changes nothing. */
class ProcessDefaultsTest {

  @TempDir Path folder;

  @Test
  void everyLanguageAndTimeZoneLeavesTheSameTables() throws Exception {
    CsvFolder data = new CsvFolder(folder.resolve("data"));
    data.row("application_train", "SK_ID_CURR", 1, "TARGET", 0);
    data.row("application_train", "SK_ID_CURR", 2, "TARGET", 7).write();
    // Digits, the letter i, and days that begin at one o'clock or not at all.
    List<String> environments = List.of("ar-EG Pacific/Apia", "tr-TR America/Sao_Paulo");
    Path out = folder.resolve("out");
    assertThat(run(out, environments)).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("status 0 ar-EG", "status 0 tr-TR");
    for (String environment : environments) {
      Path tables = folder.resolve(environment).resolve("tables");
      for (String table : List.of("raw/application", "quarantine")) {
        assertThat(tables.resolve(table).resolve("_delta_log/00000000000000000000.json")).exists();
        try (Stream<Path> files = Files.walk(tables.resolve(table))) {
          assertThat(files.map(file -> tables.relativize(file).toString()))
              .anyMatch(name -> name.endsWith(".parquet"))
              .allMatch(name -> name.matches("\\p{ASCII}+"));
        }
      }
    }
  }

  private int run(Path out, List<String> environments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Spark needs the same modules open as in this JVM.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dspark.ui.enabled=false",
            "-cp",
            System.getProperty("java.class.path"),
            Commands.class.getName(),
            folder.toString()));
    command.addAll(environments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the commands ended within three minutes").isTrue();
    return process.exitValue();
  }

  /** Loads the data of a folder in each of several environments. */
  static final class Commands {
    private Commands() {}

    public static void main(String[] arguments) {
      for (String environment : List.of(arguments).subList(1, arguments.length)) {
        String[] parts = environment.split(" ");
        Locale.setDefault(Locale.forLanguageTag(parts[0]));
        TimeZone.setDefault(TimeZone.getTimeZone(parts[1]));
        int status =
            Clairscore.execute(
                "ingest",
                "--data=" + arguments[0] + "/data",
                "--workspace=" + arguments[0] + "/" + environment);
        System.out.println("status " + status + " " + parts[0]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ANSI_X3.4-1968, donn\uFFFD\uFFFDes",
    "US-ASCII, --workspace=donn??es",
    "ISO-8859-1, /srv/\uFFFD/work"
  })
  void namesThatWereLostAreRefusedBeforeAFolderIsMadeOfThem(String encoding, String text) {
    assertThatThrownBy(() -> ProcessDefaults.requireReadable(encoding, List.of("score", text)))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE))
        .hasMessageContaining(encoding)
        .hasMessageContaining("LC_ALL=C.UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, données",
    "UTF-8, --workspace=what??",
    "US-ASCII, jdbc:postgresql://host/database?ssl=true",
    "ISO-8859-1, données"
  })
  void whatCanBeReadIsNotRefused(String encoding, String text) {
    assertThatCode(() -> ProcessDefaults.requireReadable(encoding, List.of(text)))
        .doesNotThrowAnyException();
  }
}
