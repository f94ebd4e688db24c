package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.CsvFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
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
    Path errors = folder.resolve("errors");
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(environments);
    int status = OwnProcess.run(Commands.class, arguments, out, errors);
    assertThat(status).as(Files.readString(errors)).isZero();
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
