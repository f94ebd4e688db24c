package io.clairscore.pipelines.modelpages;

import io.clairscore.features.catalogue.BusinessGroup;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.pipelines.account.Importance;
import io.clairscore.pipelines.study.explanation.ModelExplanation;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.pages.ImportancePage;
import io.clairscore.scorer.pages.PageWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the model looks at, in points.
 *
 * @param explanation the model as a whole, if it could be explained
 */
record ServedWeights(DescribedModel model, Optional<ModelExplanation> explanation) {

  ImportancePage page() {
    Importance importance = Importance.of(model.bundle());
    double total = importance.total();
    Map<String, Double> losses = losses();
    Map<String, Double> means = means();
    return new ImportancePage(
        model.bundle().reference().explainedClients(),
        importance.features().stream()
            .map(
                weight ->
                    new ImportancePage.Weight(
                        weight.name(),
                        PageTexts.in(weight::label),
                        weight.group().map(BusinessGroup::name).orElse(null),
                        label(weight.group()),
                        weight.points(),
                        share(weight.points(), total),
                        means.get(weight.name()),
                        losses.get(weight.name())))
            .toList(),
        importance.groups().entrySet().stream()
            .map(group -> group(importance, group.getKey(), group.getValue()))
            .toList());
  }

  private static ImportancePage.GroupWeight group(
      Importance importance, Optional<BusinessGroup> group, double points) {
    return new ImportancePage.GroupWeight(
        group.map(BusinessGroup::name).orElse(null),
        label(group),
        (int) importance.features().stream().filter(of -> of.group().equals(group)).count(),
        points,
        share(points, importance.total()));
  }

  /** A model that looks at nothing gives nothing a share. */
  private static double share(double points, double total) {
    return total == 0 ? 0 : points / total;
  }

  static PageWords label(Optional<BusinessGroup> group) {
    return group
        .map(known -> PageWords.of(FeatureTexts.core().label(known)))
        .orElseGet(() -> PageTexts.ofDocuments("group.other"));
  }

  private Map<String, Double> means() {
    Map<String, Double> means = new HashMap<>();
    for (FeatureReference feature : model.bundle().reference().features()) {
      means.put(feature.name(), model.pointsPerMargin() * feature.meanContribution());
    }
    return means;
  }

  private Map<String, Double> losses() {
    Map<String, Double> losses = new HashMap<>();
    explanation.ifPresent(
        of ->
            of.importances().stream()
                .filter(feature -> feature.aucLoss() != null)
                .forEach(feature -> losses.put(feature.feature(), feature.aucLoss())));
    return losses;
  }
}
