package io.clairscore.scorer.advice;

import io.clairscore.features.text.Language;
import io.clairscore.scorer.explanation.Narration;
import io.clairscore.scorer.explanation.Presentation;
import io.clairscore.scorer.recourse.RecourseText;
import java.util.EnumMap;
import java.util.Map;

/** The words of explanations in every language, read once. Immutable and thread-safe. */
public final class Telling {
  private final Map<Language, Narration> narrations = new EnumMap<>(Language.class);
  private final Map<Language, RecourseText> recourses = new EnumMap<>(Language.class);

  public Telling(Presentation presentation) {
    for (Language language : Language.values()) {
      narrations.put(language, Narration.in(language, presentation));
      recourses.put(language, RecourseText.in(language, presentation));
    }
  }

  public Narration narration(Language language) {
    return narrations.get(language);
  }

  public RecourseText recourse(Language language) {
    return recourses.get(language);
  }
}
