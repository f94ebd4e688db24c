package io.clairscore.pipelines.drift.population;

import io.clairscore.scorer.event.Days;
import io.clairscore.scorer.event.PredictionEvents;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where prediction events are: the table of {@link PredictionEvents} in a PostgreSQL database.
 *
 * @param url {@code jdbc:postgresql://host[:port]/database}, without user and password
 * @param user empty if the database asks for none
 * @param password as it is; never told
 * @param days which of them
 */
public record EventSource(String url, String user, String password, Days days) {

  /** The names PostgreSQL's own programs know. */
  public static final String USER = "PGUSER";

  public static final String PASSWORD = "PGPASSWORD";

  private static final String DRIVER = "org.postgresql.Driver";
  private static final String PROTOCOL = "jdbc:postgresql:";

  public EventSource {
    if (!url.startsWith(PROTOCOL)) {
      throw new IllegalArgumentException("it does not begin with " + PROTOCOL + "//");
    }
    String parameters = url.toLowerCase(Locale.ROOT);
    if (parameters.contains("password=") || parameters.contains("user=") || url.contains("@")) {
      throw new IllegalArgumentException(
          "other people can read a command line; set " + USER + " and " + PASSWORD + " instead");
    }
  }

  /**
   * The source of a URL.
   *
   * @param environment has {@value #USER} and {@value #PASSWORD}
   * @throws IllegalArgumentException if the URL is no PostgreSQL database, or tells a secret
   */
  public static EventSource of(
      String url,
      Map<String, String> environment,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {
    return new EventSource(
        url,
        environment.getOrDefault(USER, ""),
        environment.getOrDefault(PASSWORD, ""),
        new Days(from, until));
  }

  /** What a connection is opened with. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("driver", DRIVER);
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
  static void loadDriver() {
    try {
      Class.forName(DRIVER);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The program was built without PostgreSQL's driver", e);
    }
  }

  /** The database without parameters. */
  String place() {
    return url.replaceAll("\\?.*$", "");
  }

  @Override
  public String toString() {
    return PredictionEvents.TABLE + " of " + place();
  }
}
