package io.clairscore.pipelines.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts with named slots, {@code {name}}. What fills a slot is not searched for slots again. */
final class Template {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private Template() {}

  /** A resource of this package, whole. */
  static String read(String name) {
    try (InputStream bytes = Template.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException(
            "The template " + name + " is missing from the program. Build it again.");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the template " + name, e);
    }
  }

  /** Names of all slots. */
  static Set<String> slots(String pattern) {
    return SLOT.matcher(pattern).results().map(slot -> slot.group(1)).collect(Collectors.toSet());
  }

  /**
   * Fills every slot.
   *
   * @throws IllegalStateException if nothing is given for a slot
   */
  static String fill(String pattern, Map<String, String> slots) {
    return SLOT.matcher(pattern)
        .replaceAll(
            slot -> {
              String text = slots.get(slot.group(1));
              if (text == null) {
                throw new IllegalStateException(
                    "Nothing fills " + slot.group() + ". Correct the template.");
              }
              return Matcher.quoteReplacement(text);
            });
  }
}
