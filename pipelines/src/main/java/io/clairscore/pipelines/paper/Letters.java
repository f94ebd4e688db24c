package io.clairscore.pipelines.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Texts as outlines of the font of the text, without asking the machine for one. */
final class Letters {
  private final TrueTypeFont font = Fonts.outlines();

  /** A text whose base line begins at 0, 0, and its width. */
  record Line(Shape outline, double width) {}

  Line of(String text, double size) {
    Path2D outline = new Path2D.Double();
    double at = 0;
    try {
      double scale = size / font.getUnitsPerEm();
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      for (int letter : text.codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(letter);
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, 0);
        if (glyph != 0 && font.getGlyph().getGlyph(glyph) != null) {
          outline.append(
              place.createTransformedShape(font.getGlyph().getGlyph(glyph).getPath()), false);
        }
        at += font.getAdvanceWidth(glyph) * scale;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Line(outline, at);
  }
}
