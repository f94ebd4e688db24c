package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An MLflow server over HTTP. A call ends within the time limit, and is made once: what failed is
 * sent again by a later push, which knows what arrived.
 *
 * <p>Paths and fields are those of MLflow's REST API 2.0, https://mlflow.org/docs/latest/rest-api.
 */
final class MlflowServer {
  static final String URI_VARIABLE = "MLFLOW_TRACKING_URI";

  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final int OK = 200;
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_MESSAGE = 300;
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<[^>]*>");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI uri;
  private final String authorization;
  private final Duration limit;
  private final HttpClient http;

  private MlflowServer(URI uri, String authorization, Duration limit) {
    this.uri = uri;
    this.authorization = authorization;
    this.limit = limit;
    // Servers behind gunicorn or uvicorn do not speak the HTTP/2 upgrade that is tried by default.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * The server that the environment names, with the credentials it gives: MLFLOW_TRACKING_TOKEN, or
   * MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.
   *
   * @param limit longest time for one call
   * @throws Refusal with USAGE if the name is not one of a server
   */
  static Optional<MlflowServer> of(Map<String, String> environment, Duration limit) {
    String name = environment.getOrDefault(URI_VARIABLE, "").strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!name.matches("https?://[^/@?#]+(/[^?#]*)?")) {
      throw TrackingErrors.notAServer(name.replaceFirst("//[^/]*@", "//***@"));
    }
    URI uri;
    try {
      uri = URI.create(name.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw TrackingErrors.notAServer(name);
    }
    if (uri.getHost() == null || uri.getPort() > LAST_PORT) {
      throw TrackingErrors.notAHost(name);
    }
    return Optional.of(new MlflowServer(uri, authorization(environment), limit));
  }

  private static String authorization(Map<String, String> environment) {
    // A token that was read from a file brings its line end along.
    String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "").strip();
    String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
    if (!user.isEmpty()) {
      String pair = user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }
    if (!token.matches("[!-~]*")) {
      throw TrackingErrors.notAToken();
    }
    return token.isEmpty() ? "" : "Bearer " + token;
  }

  /** Name of the server; it holds no credentials. */
  String name() {
    return uri.toString();
  }

  /** Asks, such as {@code experiments/get-by-name}. */
  JsonNode get(String call, Map<String, String> query) {
    StringJoiner parameters = new StringJoiner("&", "?", "");
    new TreeMap<>(query).forEach((key, value) -> parameters.add(key + "=" + encoded(value)));
    return answer(request(API + call + parameters).GET());
  }

  /** Tells, such as {@code runs/create}. */
  JsonNode post(String call, ObjectNode body) {
    return answer(
        request(API + call)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Puts a file below the root of the proxied artifacts. */
  void upload(String path, Path file) {
    StringJoiner encoded = new StringJoiner("/");
    for (String part : path.split("/")) {
      encoded.add(encoded(part));
    }
    try {
      answer(
          request(ARTIFACTS + encoded)
              .header("Content-Type", "application/octet-stream")
              .PUT(HttpRequest.BodyPublishers.ofFile(file)));
    } catch (IOException e) {
      throw TrackingErrors.unreadable(file, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path)).timeout(limit);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw refused(response);
      }
      return document(response.body());
    } catch (IOException e) {
      throw TrackingErrors.unreachable(name(), limit, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TrackingErrors.unreachable(name(), limit, e);
    }
  }

  /** What MLflow answered; a login page, say, comes with the same status. */
  private JsonNode document(String body) {
    if (body.isBlank()) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode answer = JSON.readTree(body);
      if (answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException notMlflow) {
      // Said below, as of every other document.
    }
    throw TrackingErrors.notMlflow(name(), "'" + words(body) + "'");
  }

  /** A part of an answer that MLflow never leaves out. */
  String required(JsonNode answer, String pointer) {
    String text = answer.at(pointer).asText();
    if (text.isEmpty()) {
      throw TrackingErrors.notMlflow(name(), "a document without " + pointer.substring(1));
    }
    return text;
  }

  /** The words of a page: its title, else all there are, up to a few lines. */
  private static String words(String page) {
    Matcher title = TITLE.matcher(page);
    String text = title.find() ? title.group(1) : MARKUP.matcher(page).replaceAll(" ");
    String words = text.replaceAll("\\s+", " ").strip();
    return words.substring(0, Math.min(words.length(), LONGEST_MESSAGE));
  }

  private static ServerRefused refused(HttpResponse<String> response) {
    String code = "";
    String message = response.body().strip();
    try {
      JsonNode error = JSON.readTree(response.body());
      code = error.path("error_code").asText("");
      message = error.path("message").asText(message);
    } catch (IOException notMlflow) {
      // A proxy in between answers in its own words.
      message = words(message);
    }
    return new ServerRefused(
        response.statusCode(),
        code,
        message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
