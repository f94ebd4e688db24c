package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.chart.Picture;
import java.util.HashMap;
import java.util.Map;

/** The methodology note and the model cards. */
record MarkdownDocuments(
    Account account, Surroundings around, DocumentTexts texts, Numbers numbers) {

  /** The note; it shows the figures, which lie beside it. */
  String note(Map<String, Picture> figures) {
    Map<String, String> slots = shared();
    RunGrids grids = new RunGrids(account, texts, numbers);
    slots.put("candidateTable", grids.candidates().markdown());
    slots.put("foldTable", grids.folds().markdown());
    slots.put("thresholdTable", grids.rules().markdown());
    slots.put("levelTable", grids.levels().markdown());
    slots.put("featureTable", grids.features().markdown());
    slots.put("strongestTable", grids.strongest().markdown());
    slots.put("imbalance", around.imbalance(texts));
    slots.put("study", around.study(texts));
    slots.put("drift", around.drift().section(texts, numbers));
    figures.forEach((name, picture) -> slots.put(slot(name), picture.description()));
    return Template.fill(Template.read("note-methodologique.md"), slots);
  }

  /** Name of the slot of a figure's description: {@code cost-curve} fills {@code cost_curve}. */
  private static String slot(String figure) {
    return figure.replace('-', '_');
  }

  /** The model card in the language of the texts. */
  String card(String template) {
    Map<String, String> slots = shared();
    slots.put("groupTable", new RunGrids(account, texts, numbers).groups().markdown());
    slots.put("drift", around.drift().sentence(texts));
    return Template.fill(Template.read(template), slots);
  }

  private Map<String, String> shared() {
    Map<String, String> slots = new HashMap<>(Facts.of(account, texts, numbers));
    slots.put("metricTable", new RunGrids(account, texts, numbers).metrics().markdown());
    slots.put("fairness", around.fairness(texts));
    return slots;
  }
}
