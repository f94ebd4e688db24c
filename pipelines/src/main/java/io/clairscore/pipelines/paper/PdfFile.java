package io.clairscore.pipelines.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a page as tagged PDF (PDF/UA).
 *
 * @param created moment that the file names; its identifier follows from it and the page, so that
 *     the same page makes the same bytes
 */
record PdfFile(Instant created) {
  private static final float VERSION = 1.7f;
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  static {
    // What there is to say of a page, a test says.
    XRLog.setLoggingEnabled(false);
  }

  byte[] of(String page) {
    PdfRendererBuilder builder = builder(page);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      return bytes(renderer.getPdfDocument(), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the library would warn of in a page. */
  List<String> complaints(String page) {
    List<String> complaints = new ArrayList<>();
    PdfRendererBuilder builder = builder(page);
    builder.withDiagnosticConsumer(
        of -> {
          if (of.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(of.getFormattedMessage());
          }
        });
    builder.toStream(OutputStream.nullOutputStream());
    try {
      builder.run();
      return complaints;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfRendererBuilder builder(String page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfVersion(VERSION);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Clairscore");
    builder.useSVGDrawer(new FigureDrawer());
    builder.useUnicodeLineBreaker(new BreakAtSpaces());
    // A page names nothing outside itself; whatever did would not be fetched.
    builder.useUriResolver((base, uri) -> null);
    font(builder, Fonts.NORMAL, Fonts.TEXT, NORMAL, FontStyle.NORMAL);
    font(builder, Fonts.BOLD, Fonts.TEXT, BOLD, FontStyle.NORMAL);
    font(builder, Fonts.OBLIQUE, Fonts.TEXT, NORMAL, FontStyle.ITALIC);
    font(builder, Fonts.FIXED, Fonts.CODE, NORMAL, FontStyle.NORMAL);
    builder.withHtmlContent(page, null);
    return builder;
  }

  private static void font(
      PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
    FSSupplier<InputStream> bytes = () -> Fonts.open(file);
    builder.useFont(bytes, family, weight, style, true);
  }

  private byte[] bytes(PDDocument document, String page) throws IOException {
    Calendar moment = GregorianCalendar.from(created.atZone(ZoneOffset.UTC));
    moment.setTimeZone(TimeZone.getTimeZone("UTC"));
    document.getDocumentInformation().setCreationDate(moment);
    document.setDocumentId(created.toEpochMilli() ^ page.hashCode());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
