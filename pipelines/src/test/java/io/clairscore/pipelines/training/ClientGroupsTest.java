package io.clairscore.pipelines.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientGroupsTest {
  private static final int CLIENTS = 900;

  /**
   * Client i is a woman if even, 25 years old in the first third, 45 in the second, else unknown.
   */
  private static ClientGroups groups() {
    int[] client = new int[CLIENTS];
    String[] gender = new String[CLIENTS];
    int[] age = new int[CLIENTS];
    for (int i = 0; i < CLIENTS; i++) {
      client[i] = i;
      gender[i] = i % 2 == 0 ? "F" : "M";
      age[i] = i < 300 ? 25 : i < 600 ? 45 : -1;
    }
    return new ClientGroups(client, gender, age);
  }

  @Test
  void comparesEachGroupWithTheBestOfItsAttribute() {
    int[] clients = groups().client();
    boolean[] refused = new boolean[CLIENTS];
    for (int i = 0; i < 300; i++) {
      // Of the young every second man and every fourth woman.
      refused[i] = i % 4 == 1 || i % 8 == 0;
    }
    Map<String, Double> ratios = groups().approvalRatios(clients, refused);
    assertThat(ratios)
        .contains(entry("age 40-49", 1.0), entry("age unknown", 1.0), entry("gender F", 1.0));
    assertThat(ratios.get("age below 30")).isCloseTo((300 - 75 - 38) / 300.0, within(1e-12));
    assertThat(ratios.get("gender M"))
        .isCloseTo((450 - 75) / 450.0 / ((450 - 38) / 450.0), within(1e-12));
  }

  @Test
  void leavesOutGroupsOfFewClients() {
    int[] few = Arrays.copyOf(groups().client(), 120);
    assertThat(groups().approvalRatios(few, new boolean[120])).containsOnlyKeys("age below 30");
    assertThat(groups().approvalRatios(new int[] {5000}, new boolean[1])).isEmpty();
  }

  @Test
  void ratesAreAlikeWhereNobodyIsAccepted() {
    boolean[] refused = new boolean[CLIENTS];
    Arrays.fill(refused, true);
    assertThat(groups().approvalRatios(groups().client(), refused).values()).containsOnly(1.0);
  }
}
