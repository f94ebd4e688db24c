package io.clairscore.pipelines.documents;

/** What text needs before it may stand in a page. */
final class Html {

  private Html() {}

  /** Text as content or attribute of an element. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A JSON document inside a script element, which only {@code <} could end. */
  static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }
}
