package io.clairscore.pipelines.paper;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws the figures of {@code pipelines.chart} into a PDF as outlines. The library that draws any
 * SVG asks the machine for fonts, which a server may lack; these figures hold few kinds of
 * elements.
 */
final class FigureDrawer implements SVGDrawer {
  private final Letters letters = new Letters();

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    double[] size = FigureShapes.size(svg);
    double scale = width > 0 ? width / size[0] : dotsPerPixel;
    return new Drawing(new FigureShapes(letters).of(svg), size[0] * scale, size[1] * scale, scale);
  }

  /** A figure in the size in which it stands on paper. */
  private record Drawing(
      List<FigureShapes.Painted> shapes, double width, double height, double scale)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.ceil(width);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.ceil(height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.scale(scale, scale);
      for (FigureShapes.Painted painted : shapes) {
        Shape shape = place.createTransformedShape(painted.shape());
        device.setColor(colour(painted.colour()));
        if (painted.line() == null) {
          device.fill(shape);
        } else {
          device.setStroke(painted.line().scaled(scale));
          device.draw(shape);
        }
      }
      device.setStroke(new BasicStroke((float) scale));
    }

    private static FSRGBColor colour(int rgb) {
      return new FSRGBColor(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // Figures are written in the one font of the text.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // As above.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
