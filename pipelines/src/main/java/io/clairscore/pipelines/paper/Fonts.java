package io.clairscore.pipelines.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of the PDF, beside this class: DejaVu, reduced to the letters of European languages. A
 * server need not have any font.
 */
final class Fonts {
  /** Name of the letters of the text in the style of the page. */
  static final String TEXT = "Text";

  /** Name of the letters of names and commands. */
  static final String CODE = "Code";

  static final String NORMAL = "DejaVuSansCondensed.ttf";
  static final String BOLD = "DejaVuSansCondensed-Bold.ttf";
  static final String OBLIQUE = "DejaVuSansCondensed-Oblique.ttf";
  static final String FIXED = "DejaVuSansMono.ttf";

  private Fonts() {}

  static InputStream open(String file) {
    return Fonts.class.getResourceAsStream("fonts/" + file);
  }

  /** The font of the text as outlines. */
  static TrueTypeFont outlines() {
    try (InputStream bytes = open(NORMAL)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
