package io.clairscore.drift.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Saves the files that a page carries, as a browser does. */
final class CarriedFiles {
  private CarriedFiles() {}

  static String json(String page) throws IOException {
    byte[] packed = Base64.getDecoder().decode(address(page, "data:application/gzip;base64,"));
    byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String csv(String page) {
    String address =
        address(page, "data:text/csv;charset=utf-8,")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            // An address ends where a fragment begins, and its line ends are dropped.
            .replaceAll("#.*", "")
            .replaceAll("[\n\t\r]", "");
    return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String address(String page, String kind) {
    Matcher found = Pattern.compile("href=\"" + Pattern.quote(kind) + "([^\"]*)\"").matcher(page);
    if (!found.find()) {
      throw new AssertionError("The page carries no " + kind);
    }
    return found.group(1);
  }
}
