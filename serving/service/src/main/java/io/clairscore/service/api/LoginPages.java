package io.clairscore.service.api;

import io.clairscore.features.text.Language;
import io.clairscore.features.text.Phrases;
import io.clairscore.features.text.Slots;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page on which people log in. It is of our own files alone, as the content policy demands. */
public final class LoginPages {
  private static final String TAG = "session";
  private static final String HTML = "text/html; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "script.js", "text/javascript; charset=utf-8");
  private static final Map<String, String> FILES =
      Map.of("style.css", "login.css", "script.js", "login.js");

  private final boolean provider;
  private final int passwordLength;

  /**
   * The page of a service.
   *
   * @param provider whether there is a provider of OpenID Connect
   * @param passwordLength shortest password
   */
  public LoginPages(boolean provider, int passwordLength) {
    this.provider = provider;
    this.passwordLength = passwordLength;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "login-page", "/login", "The page on which people log in.")
            .access(Access.toEverybody())
            .answers("text/html")
            .answering(Content.class, (exchange, nothing) -> Reply.of(page(exchange.language()))),
        Route.get(TAG, "login-file", "/login/{file}", "A file of that page.")
            .access(Access.toEverybody())
            .with(Parameter.path("file", "Name of the file."))
            .answers("*/*")
            .answering(Content.class, (exchange, nothing) -> Reply.of(file(exchange))));
  }

  private Content page(Language language) {
    Phrases<LoginText> phrases = new Phrases<>(LoginText.class, "login.tsv", language);
    Language other = language == Language.FRENCH ? Language.ENGLISH : Language.FRENCH;
    String button =
        provider
            ? "<p><a class=\"provider\" href=\"/oidc/login\">%s</a></p>"
                .formatted(escaped(phrases.say(LoginText.PROVIDER)))
            : "";
    String rule = phrases.say(LoginText.RULE, "length", Integer.toString(passwordLength));
    return html(
        Slots.fill(
            new String(resource("login.html"), StandardCharsets.UTF_8),
            "lang",
            language.code(),
            "otherLang",
            other.code(),
            "title",
            text(phrases, LoginText.TITLE),
            "otherLanguage",
            text(phrases, LoginText.OTHER_LANGUAGE),
            "name",
            text(phrases, LoginText.NAME),
            "password",
            text(phrases, LoginText.PASSWORD),
            "newPassword",
            text(phrases, LoginText.NEW_PASSWORD),
            "rule",
            escaped(rule),
            "submit",
            text(phrases, LoginText.SUBMIT),
            "waiting",
            text(phrases, LoginText.WAITING),
            "unreachable",
            text(phrases, LoginText.UNREACHABLE),
            "noScript",
            text(phrases, LoginText.NO_SCRIPT),
            "provider",
            button));
  }

  /**
   * A page that goes on to ours by itself. A provider sends people here from its own site, and
   * browsers do not send the cookie of the session on a way that another site began.
   */
  static Content entered(Language language) {
    Phrases<LoginText> phrases = new Phrases<>(LoginText.class, "login.tsv", language);
    return html(
        """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="0; url=/docs">
        <title>Clairscore</title>
        </head>
        <body><p>%s <a href="/docs">%s</a></p></body>
        </html>
        """
            .formatted(
                language.code(), text(phrases, LoginText.ENTERED), text(phrases, LoginText.GO_ON)));
  }

  private static Content file(Exchange exchange) {
    String name = exchange.path("file");
    if (!TYPES.containsKey(name)) {
      throw Problem.of(ProblemKind.NOT_FOUND, "what", "/login/…");
    }
    return new Content(TYPES.get(name), resource(FILES.get(name)));
  }

  private static Content html(String page) {
    return new Content(HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] resource(String name) {
    try (InputStream file = LoginPages.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Phrases<LoginText> phrases, LoginText name) {
    return escaped(phrases.say(name));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
