package io.clairscore.scorer.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.schema.Application;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the search takes for granted of the features that levers move. A new feature that breaks it
 * fails here.
 */
class MonotonyTest {
  private static final MovedFeatures MOVED = RandomWorld.MOVED;
  private static final Levers LEVERS = RandomWorld.LEVERS;

  private final Applicants applicants = new Applicants(77);
  private final Random random = new Random(7);

  @Test
  void alongACourseEveryFeatureRisesOrFallsOrStaysWhereverAnotherStands() {
    for (int client = 0; client < 300; client++) {
      Draft draft = draft(applicants.next());
      List<Course> courses = new Courses(LEVERS, draft).open();
      for (Course course : courses) {
        Course other = courses.get(random.nextInt(courses.size()));
        double stands = other.lever() == course.lever() ? other.value(0) : anywhere(other);
        for (int feature = 0; feature < MOVED.count(); feature++) {
          assertMonotone(draft, course, other, stands, feature);
        }
      }
    }
  }

  private void assertMonotone(Draft draft, Course course, Course other, double at, int feature) {
    float first = MOVED.value(feature, draft.with(other, at, course, course.value(0)));
    float last = MOVED.value(feature, draft.with(other, at, course, course.value(course.size())));
    float before = first;
    for (int i = 1; i <= 50; i++) {
      double value = course.value(course.size() * i / 50);
      float now = MOVED.value(feature, draft.with(other, at, course, value));
      // Of a missing value every one is missing.
      int step = Float.compare(now, before);
      assertThat(step == 0 || step == Float.compare(last, first))
          .as(MOVED.name(feature) + " along " + course.lever().name())
          .isTrue();
      before = now;
    }
  }

  /**
   * Features of two inputs rise and fall together: were their curves to cross, the nearest point of
   * a cell could lie where two of them meet, and no line passes there.
   */
  @Test
  void featuresThatBothOfTwoInputsMoveRiseAndFallTogether() {
    for (int client = 0; client < 300; client++) {
      Draft draft = draft(applicants.next());
      List<Course> courses = new Courses(LEVERS, draft).open();
      for (Course a : courses) {
        for (Course b : courses) {
          if (!a.lever().topic().equals(b.lever().topic())) {
            assertTogether(draft, a, b);
          }
        }
      }
    }
  }

  private void assertTogether(Draft draft, Course a, Course b) {
    float[] own = MOVED.values(draft.own());
    float[] endOfA = MOVED.values(draft.with(a, a.value(a.size())));
    float[] endOfB = MOVED.values(draft.with(b, b.value(b.size())));
    float[] here = MOVED.values(draft.with(a, anywhere(a), b, anywhere(b)));
    float[] there = MOVED.values(draft.with(a, anywhere(a), b, anywhere(b)));
    Boolean rises = null;
    for (int i = 0; i < own.length; i++) {
      boolean both = own[i] != endOfA[i] && own[i] != endOfB[i];
      if (both && !Float.isNaN(own[i]) && here[i] != there[i]) {
        boolean same = (endOfA[i] > own[i]) == (there[i] > here[i]);
        assertThat(rises == null || rises == same)
            .as(MOVED.name(i) + " under " + a.lever().name() + " and " + b.lever().name())
            .isTrue();
        rises = same;
      }
    }
  }

  @Test
  void theFeaturesThatLeversMoveAreThose() {
    assertThat(MOVED.count()).isGreaterThanOrEqualTo(LEVERS.columns().size());
    assertThat(Arrays.stream(MOVED.by(LEVERS.levers().get(0))).mapToObj(MOVED::name))
        .contains(
            Application.AMT_CREDIT.name(),
            Application.AMT_ANNUITY.name(),
            Application.AMT_GOODS_PRICE.name(),
            "PAYMENT_RATE",
            "INCOME_CREDIT_PERC",
            "ANNUITY_INCOME_PERC");
  }

  private double anywhere(Course course) {
    return course.value(random.nextLong(course.size() + 1));
  }

  private static Draft draft(Dossier dossier) {
    return new Draft(dossier.application(), LEVERS.columns());
  }
}
