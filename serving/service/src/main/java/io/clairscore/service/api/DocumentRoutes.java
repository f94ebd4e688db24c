package io.clairscore.service.api;

import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.OpenApi;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The API's own document, and the pages on which people read and try it. */
public final class DocumentRoutes {
  private static final String TAG = "documentation";
  private static final String PAGES = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");

  /** Swagger UI has one attribute of style; its hash stands in the policy instead of all styles. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " frame-ancestors 'none'; style-src 'self' 'unsafe-hashes'"
          + " 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Clairscore API</title>
      <link rel="stylesheet" href="/docs/swagger-ui.css">
      <link rel="icon" href="/docs/favicon-32x32.png">
      </head>
      <body>
      <div id="swagger-ui"></div>
      <script src="/docs/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>
      </body>
      </html>
      """;

  private static final String START =
      """
      window.ui = SwaggerUIBundle({
        url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null
      });
      """;

  private final List<Route<?, ?>> documented;
  private byte[] document;

  /** Documents of these routes, and of their own. */
  public DocumentRoutes(List<Route<?, ?>> others) {
    this.documented = new ArrayList<>(others);
    this.documented.addAll(routes());
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "openapi", "/openapi.json", "This document.")
            .access(Access.toEverybody())
            .answering(Content.class, (exchange, nothing) -> Reply.of(openApi())),
        Route.get(TAG, "docs", "/docs", "A page on which to read and try the API.")
            .access(Access.toEverybody())
            .answers("text/html")
            .answering(Content.class, (exchange, nothing) -> page()),
        Route.get(TAG, "docs-file", "/docs/{file}", "A file of that page.")
            .access(Access.toEverybody())
            .with(Parameter.path("file", "Name of the file."))
            .answers("*/*")
            .answering(Content.class, (exchange, nothing) -> file(exchange.path("file"))));
  }

  /** Made when it is first asked for: it takes a second that no start should wait for. */
  private synchronized Content openApi() {
    if (document == null) {
      document = Json.write(OpenApi.of(documented));
    }
    return new Content(Content.JSON, document);
  }

  private static Reply<Content> page() {
    return Reply.of(new Content("text/html; charset=utf-8", bytes(PAGE)))
        .with("Content-Security-Policy", POLICY);
  }

  private static Reply<Content> file(String name) {
    if (name.equals("start.js")) {
      return Reply.of(new Content("text/javascript; charset=utf-8", bytes(START)));
    }
    String type = TYPES.get(name);
    if (type == null) {
      throw Problem.of(ProblemKind.NOT_FOUND, "what", "/docs/…");
    }
    try (InputStream file = DocumentRoutes.class.getResourceAsStream(PAGES + name)) {
      return Reply.of(new Content(type, file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
