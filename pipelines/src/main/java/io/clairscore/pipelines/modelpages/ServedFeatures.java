package io.clairscore.pipelines.modelpages;

import io.clairscore.features.catalogue.Catalogue;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dictionary.FeatureTexts;
import io.clairscore.features.schema.Column;
import io.clairscore.features.schema.Texts;
import io.clairscore.features.use.Ruling;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.scorer.Quartiles;
import io.clairscore.scorer.pages.FeaturesPage;
import io.clairscore.scorer.pages.PageWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The dictionary of the features the model reads. */
record ServedFeatures(DescribedModel model) {

  FeaturesPage page() {
    List<FeatureReference> references = model.bundle().reference().features();
    return new FeaturesPage(
        IntStream.range(0, references.size())
            .mapToObj(i -> feature(i, references.get(i)))
            .toList());
  }

  private FeaturesPage.ServedFeature feature(int index, FeatureReference reference) {
    return Catalogue.core()
        .feature(reference.name())
        .map(known -> known(index, reference, known))
        .orElseGet(() -> unknown(index, reference));
  }

  private FeaturesPage.ServedFeature known(int index, FeatureReference reference, Feature feature) {
    FeatureTexts texts = FeatureTexts.core();
    Ruling ruling = feature.ruling();
    return new FeaturesPage.ServedFeature(
        index,
        feature.name(),
        PageWords.of(texts.label(feature)),
        PageWords.of(texts.description(feature)),
        feature.unit().name(),
        PageWords.of(Texts.all().label(feature.unit())),
        feature.squared(),
        feature.group().name(),
        PageWords.of(texts.label(feature.group())),
        feature.table().schema().name(),
        feature.lineage().stream().map(Column::toString).toList(),
        feature.decides(),
        PageWords.of(ruling.use().label()),
        ruling.ground().name(),
        PageWords.of(ruling.ground().reason()),
        PageWords.of(ruling.ground().law()),
        direction(feature.name()),
        texts.yesAndNo(feature).orElseGet(List::of).stream().map(PageWords::of).toList(),
        reference.known(),
        quartiles(reference),
        reference.mean());
  }

  /** A feature nobody has ruled about, which a bundle of another catalogue may read. */
  private FeaturesPage.ServedFeature unknown(int index, FeatureReference reference) {
    return new FeaturesPage.ServedFeature(
        index,
        reference.name(),
        PageWords.of(FeatureTexts.core().label(reference.name())),
        null,
        null,
        null,
        false,
        null,
        ServedWeights.label(Optional.empty()),
        null,
        List.of(),
        false,
        null,
        null,
        null,
        null,
        direction(reference.name()),
        List.of(),
        reference.known(),
        quartiles(reference),
        reference.mean());
  }

  private FeaturesPage.RiskDirection direction(String name) {
    return model
        .account()
        .map(account -> account.run().settings().monotone())
        .map(
            bound ->
                bound.enforced() && bound.rising().contains(name)
                    ? FeaturesPage.RiskDirection.RISING
                    : bound.enforced() && bound.falling().contains(name)
                        ? FeaturesPage.RiskDirection.FALLING
                        : FeaturesPage.RiskDirection.FREE)
        .orElse(null);
  }

  private static List<Double> quartiles(FeatureReference reference) {
    Quartiles of = reference.quartiles();
    return of == null ? List.of() : List.of(of.low(), of.median(), of.high());
  }
}
