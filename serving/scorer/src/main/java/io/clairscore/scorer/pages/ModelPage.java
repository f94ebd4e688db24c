package io.clairscore.scorer.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;

/**
 * A page about the served model.
 *
 * @param format layout, {@value #FORMAT} for those this class writes
 * @param page which page it is
 * @param title what it is about
 * @param reading how it is to be read, in two or three sentences
 * @param source where its figures come from
 * @param absence why there is nothing to tell; null where there is
 * @param content what it tells; null where there is nothing
 */
public record ModelPage(
    int format,
    PageName page,
    PageWords title,
    PageWords reading,
    PageSource source,
    PageWords absence,
    PageContent content) {
  /** The layout written here, and the only one that is read. */
  public static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws IllegalArgumentException if the page has both content and absence or neither, or the
   *     content of another page
   */
  public ModelPage {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(source, "source");
    if (format != FORMAT || (absence == null) == (content == null)) {
      throw new IllegalArgumentException("A page of layout 1 has a content, or says why not");
    }
    if (content != null && !page.content().isInstance(content)) {
      throw new IllegalArgumentException(page + " does not tell " + content.getClass().getName());
    }
  }

  /** The page as JSON. */
  public JsonNode tree() {
    return JSON.valueToTree(this);
  }

  /**
   * Reads a page.
   *
   * @throws IOException if these are not the bytes of a page of this layout
   */
  public static ModelPage read(byte[] json) throws IOException {
    JsonNode tree = JSON.readTree(json);
    try {
      PageName page = PageName.valueOf(tree.path("page").asText());
      return new ModelPage(
          tree.path("format").asInt(),
          page,
          JSON.treeToValue(tree.path("title"), PageWords.class),
          JSON.treeToValue(tree.path("reading"), PageWords.class),
          JSON.treeToValue(tree.path("source"), PageSource.class),
          JSON.treeToValue(tree.path("absence"), PageWords.class),
          JSON.treeToValue(tree.path("content"), page.content()));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new IOException("This is no page about a model of layout " + FORMAT + ".", e);
    }
  }
}
