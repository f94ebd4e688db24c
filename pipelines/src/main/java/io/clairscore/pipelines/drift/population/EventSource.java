package io.clairscore.pipelines.drift.population;

import io.clairscore.scorer.event.Days;
import io.clairscore.scorer.event.EventChoice;
import io.clairscore.scorer.event.PredictionEvents;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where prediction events are: the table of {@link PredictionEvents} in a database of PostgreSQL,
 * or in a file of SQLite that every machine of the cluster can read.
 *
 * @param url {@code jdbc:postgresql://host[:port]/database}, without user and password, or {@code
 *     jdbc:sqlite:PATH}
 * @param user empty if the database asks for none
 * @param password as it is; never told
 * @param events which of them
 */
public record EventSource(String url, String user, String password, EventChoice events) {

  /** The names PostgreSQL's own programs know. */
  public static final String USER = "PGUSER";

  public static final String PASSWORD = "PGPASSWORD";

  private static final String POSTGRES = "jdbc:postgresql:";
  private static final String SQLITE = "jdbc:sqlite:";

  public EventSource {
    if (!url.startsWith(POSTGRES) && !url.startsWith(SQLITE)) {
      throw new IllegalArgumentException(
          "it begins neither with " + POSTGRES + "// nor with " + SQLITE);
    }
    String parameters = url.toLowerCase(Locale.ROOT);
    if (url.startsWith(POSTGRES)
        && (parameters.contains("password=")
            || parameters.contains("user=")
            || url.contains("@"))) {
      throw new IllegalArgumentException(
          "other people can read a command line; set " + USER + " and " + PASSWORD + " instead");
    }
  }

  /**
   * The source of a URL.
   *
   * @param environment has {@value #USER} and {@value #PASSWORD}
   * @param run run that trained the model of the events, or any
   * @throws IllegalArgumentException if the URL is no such database, or tells a secret, or if there
   *     is no day among these or no such name of a run
   */
  public static EventSource of(
      String url,
      Map<String, String> environment,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Optional<String> run) {
    boolean server = url.startsWith(POSTGRES);
    return new EventSource(
        url,
        server ? environment.getOrDefault(USER, "") : "",
        server ? environment.getOrDefault(PASSWORD, "") : "",
        new EventChoice(new Days(from, until), run));
  }

  /** What a connection is opened with. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("driver", driver());
    if (url.startsWith(SQLITE)) {
      // SQLite's own number for reading only: a file that is not there is not made.
      properties.setProperty("open_mode", "1");
      return properties;
    }
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    // Rows come in portions: the driver would otherwise hold all of them at once.
    properties.setProperty("fetchsize", "2000");
    return properties;
  }

  /**
   * Makes the driver known: it may have come with a loader that {@code DriverManager} never saw.
   */
  void loadDriver() {
    try {
      Class.forName(driver());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The program was built without " + driver(), e);
    }
  }

  private String driver() {
    return url.startsWith(SQLITE) ? "org.sqlite.JDBC" : "org.postgresql.Driver";
  }

  /** The database without parameters. */
  String place() {
    return url.replaceAll("\\?.*$", "");
  }

  @Override
  public String toString() {
    return PredictionEvents.TABLE.name() + " of " + place();
  }
}
