package io.clairscore.pipelines.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.Estimate;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.study.results.ChosenModel.GroupResult;
import io.clairscore.pipelines.training.ClientGroups;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyPartsTest {

  private static Scores scores() {
    return new Scores(
        new ScoredClients(
            new int[] {1, 2, 3, 4},
            new int[] {0, 1, 0, 1},
            new int[] {0, 1, 0, -1},
            new double[] {-1 / 3.0, 2, 1e-17, Double.MIN_VALUE}),
        new double[] {0.1, 0.3, 1 / 7.0, 1});
  }

  @Test
  void saysThatAnotherVersionRecordedAStudy() {
    assertThatThrownBy(
            () -> StudyRecords.read(new TextNode("formerly a number"), ClientGroups.class))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.DATA))
        .hasMessageContaining("another version");
  }

  @Test
  void countsEachGroupAsByHand() {
    ClientGroups groups =
        new ClientGroups(
            new int[] {1, 2, 3, 9}, new String[] {"F", "M", "F", "F"}, new int[] {29, 30, 61, 40});
    List<GroupResult> results =
        new Fairness(groups, new BusinessConf(10, 1))
            .of(Map.of("model", Decisions.at(scores(), -0.1)));
    // Clients 2, 3 and 4 are refused; client 4 has no application, client 9 no score.
    assertThat(results.stream().map(StudyPartsTest::written))
        .containsExactly(
            "age 30-39: 1, granted 0.0000 to 0.7935, recall 0.2065 to 1.0000, refused none, 0.0000",
            "age 60 and more: 1, granted 0.0000 to 0.7935, recall none, refused 0.2065 to 1.0000,"
                + " 1.0000",
            "age below 30: 1, granted 0.2065 to 1.0000, recall none, refused 0.0000 to 0.7935,"
                + " 0.0000",
            "gender F: 2, granted 0.0945 to 0.9055, recall none, refused 0.0945 to 0.9055, 0.5000",
            "gender M: 1, granted 0.0000 to 0.7935, recall 0.2065 to 1.0000, refused none, 0.0000");
    assertThat(results.get(3).approved().value()).isEqualTo(0.5);
    assertThat(results.get(3).predicted()).isCloseTo((0.1 + 1 / 7.0) / 2, within(1e-12));
    assertThat(results.stream().map(GroupResult::defaulted))
        .containsExactly(1.0, 0.0, 0.0, 0.0, 1.0);
    assertThat(results).allMatch(result -> result.candidate().equals("model"));
  }

  private static String written(GroupResult result) {
    return String.format(
        Locale.ROOT,
        "%s: %d, granted %s, recall %s, refused %s, %.4f",
        result.group(),
        result.clients(),
        interval(result.approved()),
        interval(result.recall()),
        interval(result.goodRefused()),
        result.cost());
  }

  private static String interval(Estimate share) {
    return share == null
        ? "none"
        : String.format(Locale.ROOT, "%.4f to %.4f", share.low(), share.high());
  }
}
