package io.clairscore.drift.page;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The templates and other files beside this class. */
final class Templates {
  private static final ObjectMapper VIEWS = new ObjectMapper();

  private final Configuration configuration = configuration();

  /**
   * Fills a template with a view.
   *
   * @param view a record of texts
   */
  void write(String template, Object view, Writer page) throws IOException {
    Map<String, Object> names =
        VIEWS.convertValue(view, new TypeReference<Map<String, Object>>() {});
    try {
      configuration.getTemplate(template).process(names, page);
    } catch (TemplateException e) {
      throw new IllegalStateException("The template " + template + " is broken", e);
    }
  }

  static String resource(String name) {
    try (InputStream bytes = Templates.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No text of a document can end the script element or begin a comment in it. */
  static String safeInScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /** Strict: a name a view does not have is an error, and every text is escaped. */
  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Templates.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    return configuration;
  }
}
