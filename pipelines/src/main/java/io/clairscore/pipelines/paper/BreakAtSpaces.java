package io.clairscore.pipelines.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line may end: after a space alone. The library's own rule also breaks after an apostrophe
 * and around a narrow space that must not break.
 */
final class BreakAtSpaces implements FSTextBreaker {
  private String text = "";
  private int at;

  @Override
  public void setText(String text) {
    this.text = text;
    this.at = 0;
  }

  @Override
  public int next() {
    if (at == text.length()) {
      return BreakIterator.DONE;
    }
    int space = text.indexOf(' ', at);
    at = space < 0 ? text.length() : space + 1;
    return at;
  }
}
