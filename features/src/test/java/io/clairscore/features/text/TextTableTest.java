package io.clairscore.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void aTableWithAMissingTextARepeatedKeyOrAnOrphanIsRefused() {
    String header = "unit\tlabel.fr\tlabel.en";
    assertThatThrownBy(() -> table(header, "DAYS\tJours\t"))
        .hasMessageContaining("line 2")
        .hasMessageContaining("label.en");
    assertThatThrownBy(() -> table(header, "DAYS\tJours\tDays", "DAYS\tJours\tDays"))
        .hasMessageContaining("repeats the key [DAYS]");
    TextTable table = table(header, "DAYS\tJours\tDays");
    assertThatThrownBy(() -> table.demandExactly(Set.of(List.of("DAYS"), List.of("YEARS"))))
        .hasMessageContaining("missing")
        .hasMessageContaining("YEARS");
    assertThatThrownBy(() -> table.demandExactly(Set.of()))
        .hasMessageContaining("name nothing known: [[DAYS]]");
    assertThatThrownBy(() -> TextTable.read(TextTableTest.class, "absent.tsv", 1))
        .hasMessageContaining("absent.tsv is missing");
  }

  @Test
  void aLanguageIsFoundByItsCodeAndAnUnknownOneIsRefused() {
    assertThat(Language.of("FR")).isEqualTo(Language.FRENCH);
    assertThatThrownBy(() -> Language.of("de")).hasMessageContaining("fr, en");
  }

  @Test
  void slotsAreFilledOnceAndAnOpenOneIsRefused() {
    assertThat(Slots.fill("{a} of {b}, {a}", "a", "{b}", "b", "$2\\1"))
        .isEqualTo("{b} of $2\\1, {b}");
    assertThatThrownBy(() -> Slots.fill("{a} of {b}", "a", "1")).hasMessageContaining("{b}");
  }

  private static TextTable table(String... lines) {
    return TextTable.read("test.tsv", List.of(lines), 1);
  }
}
