package io.clairscore.pipelines.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.evaluation.Scores;
import io.clairscore.pipelines.training.ClientGroups;
import java.util.Arrays;
import java.util.List;
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
    ResultTable table =
        new FairnessTable(groups, new BusinessConf(10, 1))
            .of(Map.of("model", Decisions.at(scores(), -0.1)));
    // Clients 2, 3 and 4 are refused; client 4 has no application, client 9 no score.
    String none = "0.0000 [0.0000, 0.7935]";
    String all = "1.0000 [0.2065, 1.0000]";
    String half = "0.5000 [0.0945, 0.9055]";
    assertThat(table.rows())
        .containsExactly(
            List.of("model", "age 30-39", "1", none, all, "", "0.3000", "1.0000", "0.0000"),
            List.of("model", "age 60 and more", "1", none, "", all, "0.1429", "0.0000", "1.0000"),
            List.of("model", "age below 30", "1", all, "", none, "0.1000", "0.0000", "0.0000"),
            List.of("model", "gender F", "2", half, "", half, "0.1214", "0.0000", "0.5000"),
            List.of("model", "gender M", "1", none, all, "", "0.3000", "1.0000", "0.0000"));
  }

  @Test
  void takesProtectedAttributesAndTheirProxiesOutOfTheRegulatoryProfile() {
    List<String> names = Catalogue.core().names();
    List<String> kept = Arrays.stream(RegulatoryProfile.kept(names)).mapToObj(names::get).toList();
    assertThat(kept)
        .contains("EXT_SOURCE_1", "AMT_CREDIT")
        .noneMatch(name -> name.contains("GENDER"))
        .noneMatch(name -> name.contains("FAMILY_STATUS"))
        .noneMatch(name -> name.contains("REGION"))
        .noneMatch(name -> name.contains("DAYS_BIRTH"));
    assertThat(kept.size()).isBetween(names.size() / 2, names.size() - 10);
    assertThat(RegulatoryProfile.kept(List.of("F0", "CODE_GENDER_F", "F1"))).contains(0, 2);
  }

  @Test
  void alignsATableAndQuotesItsCells() {
    ResultTable table =
        new ResultTable(
            "t", "Title", List.of("a", "long"), List.of(List.of("x,y", "1"), List.of("z", "22")));
    assertThat(table.lines())
        .containsExactly("", "== Title", "a    long", "x,y     1", "z      22");
    assertThat(table.csv()).isEqualTo("a,long\n\"x,y\",1\nz,22\n");
  }
}
