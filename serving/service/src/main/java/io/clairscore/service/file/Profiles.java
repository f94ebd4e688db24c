package io.clairscore.service.file;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.model.ServedModel;
import java.util.List;
import java.util.Map;

/** Arranges what a published version knows of its clients. Immutable and thread-safe. */
public final class Profiles {
  private static final Cells CELLS = new Cells();

  private final ServedModel model;
  private final List<Feature> features;
  private final Map<String, ObservedRange> observed;

  /**
   * Profiles of a version.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if its file of profiles is damaged
   */
  public Profiles(ServedModel model) {
    this.model = model;
    this.features = model.engine().catalogue().features();
    this.observed = ObservedRange.of(model.files().profiles());
  }

  /** Whether a dossier is what the model was made for. */
  public Sanity sanity(Dossier dossier) {
    return Sanity.of(dossier, features, model.engine().compute(dossier), observed);
  }

  /** The profile of a client. */
  public Profile of(ClientRecord client) {
    List<ProfileTheme> themes = CELLS.of(client.dossier());
    return new Profile(
        client.client(),
        model.name(),
        themes,
        Profile.missing(themes),
        sanity(client.dossier()),
        HistoryCount.of(client.dossier()),
        Profile.outcome(client.dossier()),
        client.scores().stream().findFirst().map(Profile.Published::of).orElse(null));
  }
}
