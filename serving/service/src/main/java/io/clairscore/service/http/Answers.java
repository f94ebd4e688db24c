package io.clairscore.service.http;

import io.clairscore.features.files.Sha256;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes good answers. What is about persons is nowhere kept; everything else carries a tag of its
 * content, and is compressed for who can read that.
 */
final class Answers {
  private static final int WORTH_COMPRESSING = 1400;
  private static final int TAG_DIGITS = 24;

  private final Context context;
  private final Route<?, ?> route;

  Answers(Context context, Route<?, ?> route) {
    this.context = context;
    this.route = route;
  }

  void write(Map<String, String> headers, Object body) {
    headers.forEach(context::header);
    if (body == null) {
      context.status(headers.containsKey(Reply.LOCATION) ? 303 : 204);
      noStore();
      return;
    }
    Content content =
        body instanceof Content ready ? ready : new Content(Content.JSON, Json.write(body));
    context.contentType(content.type());
    if (route.is(Route.Trait.PERSONAL) || !route.method().safe()) {
      noStore();
      context.result(content.bytes());
    } else {
      shared(content.bytes());
    }
  }

  private void noStore() {
    if (context.res().getHeader("Cache-Control") == null) {
      context.header("Cache-Control", "no-store");
    }
  }

  private void shared(byte[] bytes) {
    String tag = "W/\"" + hash(bytes).substring(0, TAG_DIGITS) + "\"";
    if (context.res().getHeader("Cache-Control") == null) {
      context.header("Cache-Control", "private, no-cache");
    }
    context.header("ETag", tag);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else if (bytes.length >= WORTH_COMPRESSING && readsGzip()) {
      context.header("Content-Encoding", "gzip");
      context.result(compressed(bytes));
    } else {
      context.result(bytes);
    }
  }

  private boolean readsGzip() {
    String accepted = context.header("Accept-Encoding");
    return accepted != null
        && accepted.matches("(?i)(.*[, ])?gzip( *;q=(1|0[.]0*[1-9]).*)?( *,.*)?");
  }

  private static String hash(byte[] bytes) {
    try {
      return Sha256.of(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
