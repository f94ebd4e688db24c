package io.clairscore.pipelines.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private final Fields fields = new Fields();

  @Test
  void splitsAtCommas() {
    assertThat(split("a,,b,")).containsExactly("a", "", "b", "");
    assertThat(split("")).containsExactly("");
    assertThat(split("#no,comment")).containsExactly("#no", "comment");
  }

  @Test
  void readsQuotedFields() {
    assertThat(split("1,\"Spouse, partner\",2")).containsExactly("1", "Spouse, partner", "2");
    assertThat(split("\"say \"\"hi\"\"\",x")).containsExactly("say \"hi\"", "x");
    assertThat(split("\"\",\" a \"")).containsExactly("", " a ");
    assertThat(split("\u00e9t\u00e9,\"\u00e0, b\"")).containsExactly("\u00e9t\u00e9", "\u00e0, b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,\"b", "\"a\"b\",c\"", "a,\"b\"c\",\"d"})
  void refusesAQuoteThatIsNotClosed(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    assertThat(fields.split(bytes, 0, bytes.length)).isEqualTo("unparseable quote");
  }

  @Test
  void refusesNulAndOtherEncodings() {
    byte[] nul = {'a', 0, 'b'};
    assertThat(fields.split(nul, 0, 3)).isEqualTo("NUL byte");
    byte[] latin = "\u00e9t\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(fields.split(latin, 0, 3)).contains("not valid UTF-8").contains("Latin-1");
  }

  private List<String> split(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    assertThat(fields.split(bytes, 0, bytes.length)).isNull();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < fields.count(); i++) {
      found.add(fields.text(i));
    }
    return found;
  }
}
