package io.clairscore.features.engine;

import io.clairscore.features.catalogue.AttachedQuantity;
import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.catalogue.Quantity;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.features.dossier.Rows;
import io.clairscore.features.schema.Table.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The quantities that the rows of a table take from their child rows. */
final class AttachmentPlan {
  private final List<AttachedQuantity> quantities;
  private final List<LinkPlan> links = new ArrayList<>();

  AttachmentPlan(List<Feature> features) {
    quantities = features.stream().flatMap(AttachmentPlan::attached).distinct().toList();
    for (ForeignKey key : quantities.stream().map(AttachedQuantity::link).distinct().toList()) {
      links.add(new LinkPlan(key, this));
    }
  }

  private static Stream<AttachedQuantity> attached(Feature feature) {
    Quantity quantity = feature.quantity().orElse(null);
    return quantity instanceof AttachedQuantity attached ? Stream.of(attached) : Stream.empty();
  }

  /** Every attached quantity; its position here is its position in the result. */
  List<AttachedQuantity> quantities() {
    return quantities;
  }

  /** Each quantity for each row, NaN for a row without child rows. */
  double[][] compute(Dossier dossier, Rows rows) {
    double[][] attached = new double[quantities.size()][rows.size()];
    for (LinkPlan link : links) {
      link.compute(dossier, rows, attached);
    }
    return attached;
  }
}
