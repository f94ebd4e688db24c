package io.clairscore.features.use;

import io.clairscore.features.text.Text;
import io.clairscore.features.text.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What may be done with an input; the later, the stricter. */
public enum Use {
  /** It may decide about a client, and be told to them as a reason. */
  DECIDES,
  /** Fairness is measured by it; no decision may see it. */
  MEASURED,
  /** It neither decides nor is measured. */
  NEVER;

  private static final TextTable LABELS = labels();

  /** Two or three words, without full stop. */
  public Text label() {
    return LABELS.text("label", name());
  }

  private static TextTable labels() {
    TextTable table = TextTable.read(Use.class, "labels.tsv", 1);
    table.demandExactly(
        Arrays.stream(values()).map(use -> List.of(use.name())).collect(Collectors.toSet()));
    return table;
  }
}
