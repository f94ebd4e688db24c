package io.clairscore.scorer.explanation;

import io.clairscore.features.text.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * An explanation in words: sections in the order in which a person reads them.
 *
 * @param language language of the texts
 */
public record Narrative(Language language, List<Section> sections) {

  /** A heading and its lines, each a sentence or two. */
  public record Section(Topic topic, String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** What a section is about, for whoever lays it out. */
  public enum Topic {
    DECISION,
    RISK,
    ADVERSE,
    FAVOURABLE,
    BALANCED,
    REST,
    CHANGES,
    TIME,
    CHECKS,
    REVIEW,
    GROUPS,
    REMARKS
  }

  public Narrative {
    sections = List.copyOf(sections);
  }

  /** The same with another section, before the account of points. */
  public Narrative with(Section added) {
    List<Section> all = new ArrayList<>(sections);
    int at = 0;
    while (at < all.size() && all.get(at).topic().compareTo(Topic.GROUPS) < 0) {
      at++;
    }
    all.add(at, added);
    return new Narrative(language, all);
  }

  /** Plain text: headings, and a dash before each line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      text.append(text.isEmpty() ? "" : "\n").append(section.heading()).append('\n');
      section.lines().forEach(line -> text.append("- ").append(line).append('\n'));
    }
    return text.toString();
  }
}
