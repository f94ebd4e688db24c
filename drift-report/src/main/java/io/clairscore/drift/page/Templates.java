package io.clairscore.drift.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.ArithmeticEngine;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The templates and other files beside a class. Strict: a name a view does not have is an error. A
 * template whose name ends with {@code .ftlh} is a page, and every text in it is escaped; one that
 * ends with {@code .ftl} is text. Immutable and thread-safe.
 */
public final class Templates {
  private static final ObjectMapper VIEWS = new ObjectMapper();

  private final Class<?> beside;
  private final Configuration configuration;

  public Templates(Class<?> beside) {
    this.beside = beside;
    this.configuration = configuration(beside);
  }

  /**
   * Fills a template with a view.
   *
   * @param view a record or map of texts
   */
  public String filled(String template, Object view) {
    StringWriter filled = new StringWriter();
    try {
      write(template, view, filled);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the template " + template, e);
    }
    return filled.toString();
  }

  void write(String template, Object view, Writer page) throws IOException {
    // A map holds what a template may ask as it is; of a record it sees the texts alone.
    Object names =
        view instanceof Map
            ? view
            : VIEWS.convertValue(view, new TypeReference<Map<String, Object>>() {});
    try {
      configuration.getTemplate(template).process(names, page);
    } catch (TemplateException e) {
      throw new IllegalStateException("The template " + template + " is broken", e);
    }
  }

  /** A file beside the class, whole. */
  public String resource(String name) {
    try (InputStream bytes = beside.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No text of a document can end the script element or begin a comment in it. */
  public static String safeInScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static Configuration configuration(Class<?> beside) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(beside, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    // Numbers that do not exist stay numbers: the other engine computes decimals.
    configuration.setArithmeticEngine(ArithmeticEngine.CONSERVATIVE_ENGINE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    return configuration;
  }
}
