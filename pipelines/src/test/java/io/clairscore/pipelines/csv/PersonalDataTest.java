package io.clairscore.pipelines.csv;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.CsvFolder;
import io.clairscore.pipelines.SparkTest;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.drift.population.Cohort;
import io.clairscore.pipelines.drift.population.PopulationSource;
import io.clairscore.pipelines.drift.population.Populations;
import io.clairscore.pipelines.drift.scan.PopulationScan;
import io.clairscore.pipelines.ingest.IngestRequest;
import io.clairscore.pipelines.ingest.IngestStep;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.spark.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a file: neither messages nor logs repeat what it says of a client. */
class PersonalDataTest extends SparkTest {
  private static final String HEADER = CsvFolder.headerOf("application_train");
  private static final String MARK = "Zyxwvut";
  private static final int CLIENT = 1987600;

  @TempDir Path folder;
  private final StringBuffer told = new StringBuffer();
  private final AbstractAppender log =
      new AbstractAppender("told", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          told.append(event.getMessage().getFormattedMessage()).append('\n');
          if (event.getThrown() != null) {
            told.append(trace(event.getThrown()));
          }
        }
      };

  /** Files of which no row can be used, with marked values in each of them. */
  enum Fault {
    NO_HEADER(rows(",", "\n", MARK)),
    NO_HEADER_AND_CRLF(rows(",", "\r\n", MARK)),
    NO_HEADER_AND_SEMICOLONS(rows(";", "\n", MARK)),
    NO_HEADER_AND_EMPTY_FIRST_CELL("," + rows(",", "\n", MARK)),
    CARRIAGE_RETURNS(HEADER + "\r" + rows(",", "\r", MARK)),
    PARAGRAPH_SEPARATORS(HEADER + "\u2029" + rows(",", "\u2029", MARK)),
    HEADER_WITHOUT_END(HEADER + rows(",", "\n", MARK)),
    TABS(HEADER.replace(',', '\t') + "\n" + rows("\t", "\n", MARK)),
    TABS_BELOW_COMMAS(HEADER + "\n" + rows("\t", "\n", MARK)),
    SURPLUS_COMMA(HEADER + "\n" + rows(",", ",1\n", MARK)),
    NAMELESS_COLUMN(HEADER + ",\n" + rows(",", "\n", MARK)),
    SHORT_ROWS(HEADER + "\n" + rows(",", "\n", MARK).replace("," + MARK, "\n" + MARK)),
    OPEN_QUOTE(HEADER + "\n" + rows(",", "\n", '"' + MARK)),
    TEXT_BEHIND_A_QUOTE(HEADER + "\n" + rows(",", "\n", "\"a\"" + MARK + "\"b\"")),
    NUL(HEADER + "\n" + rows(",", "\n", MARK + '\0')),
    LATIN_1(HEADER + "\n" + rows(",", "\n", MARK + '\u00e9'), StandardCharsets.ISO_8859_1),
    UTF_16(HEADER + "\n" + rows(",", "\n", MARK), StandardCharsets.UTF_16),
    TEXT_FOR_NUMBERS(HEADER + "\n" + rows(",", "\n", MARK).replace(",1.0,", "," + MARK + ",")),
    CUT_GZIP(HEADER + "\n" + rows(",", "\n", MARK)) {
      @Override
      byte[] content() throws IOException {
        byte[] whole = gzip(super.content());
        return Arrays.copyOf(whole, whole.length - 30);
      }
    },
    DAMAGED_SECOND_GZIP_MEMBER(HEADER + "\n" + rows(",", "\n", MARK)) {
      @Override
      byte[] content() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(super.content()));
        byte[] second = gzip(rows(",", "\n", MARK).getBytes(StandardCharsets.UTF_8));
        second[2] = 7;
        members.write(second);
        return members.toByteArray();
      }
    };

    private final String text;
    private final Charset encoding;

    Fault(String text) {
      this(text, StandardCharsets.UTF_8);
    }

    Fault(String text, Charset encoding) {
      this.text = text;
      this.encoding = encoding;
    }

    byte[] content() throws IOException {
      return text.getBytes(encoding);
    }

    String suffix() {
      return name().contains("GZIP") ? ".csv.gz" : ".csv";
    }

    private static String rows(String separator, String end, String mark) {
      return IntStream.range(0, 40)
          .mapToObj(
              row ->
                  CsvFolder.text(
                      "application_train",
                      "SK_ID_CURR",
                      CLIENT + row,
                      "TARGET",
                      row % 2,
                      "NAME_FAMILY_STATUS",
                      mark))
          .map(row -> row.replace(",", separator) + end)
          .collect(joining());
    }

    static byte[] gzip(byte[] bytes) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      return packed.toByteArray();
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
    LogManager.getLogger("io.clairscore").warn("the log is heard");
    assertThat(told).contains("the log is heard");
  }

  @AfterEach
  void stopListening() {
    root().removeAppender(log);
    log.stop();
  }

  @ParameterizedTest
  @EnumSource
  void isToldByNoRefusalAndNoLog(Fault fault) throws IOException {
    Path file = folder.resolve("application_train" + fault.suffix());
    Files.write(file, fault.content());
    Job job =
        new Job(
            session(),
            new Workspace(folder.resolve("workspace")),
            ConfigurationReader.read(null, Map.of(), List.of()),
            "run-1",
            new Progress(new PrintStream(new Told(), true, StandardCharsets.UTF_8), false));

    Throwable ingested =
        catchThrowable(() -> told.append(IngestStep.run(job, new IngestRequest(folder))));
    Throwable compared = catchThrowable(() -> told.append(scan(job, file)));

    for (Throwable failure : new Throwable[] {ingested, compared}) {
      told.append(trace(failure));
      assertThat(failure).as("%s", told).isInstanceOf(Refusal.class);
      assertThat(((Refusal) failure).kind()).isEqualTo(Refusal.Kind.DATA);
    }
    assertThat(told.toString()).doesNotContain(MARK).doesNotContain("198760");
  }

  private static PopulationScan scan(Job job, Path file) {
    PopulationSource source = new PopulationSource.Rows(file);
    Cohort population = source.read(Populations.of(job, source));
    return PopulationScan.of(population, population.kinds(), Optional.empty());
  }

  private static Logger root() {
    return ((LoggerContext) LogManager.getContext(false)).getRootLogger();
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    if (failure != null) {
      failure.printStackTrace(new PrintWriter(trace, true));
    }
    return trace.toString();
  }

  /** What is printed, beside what is logged. */
  private final class Told extends OutputStream {
    @Override
    public void write(int b) {
      told.append((char) b);
    }
  }
}
