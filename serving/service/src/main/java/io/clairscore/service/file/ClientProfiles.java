package io.clairscore.service.file;

import io.clairscore.features.catalogue.Feature;
import io.clairscore.features.dossier.Dossier;
import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.model.ServedModel;
import java.util.List;
import java.util.Map;

/** Arranges what a published version knows of its clients. Immutable and thread-safe. */
public final class ClientProfiles {
  private static final ApplicationThemes THEMES = new ApplicationThemes();

  private final ServedModel model;
  private final List<Feature> features;
  private final Map<String, ObservedRange> observed;

  /**
   * ClientProfiles of a version.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if its file of profiles is damaged
   */
  public ClientProfiles(ServedModel model) {
    this.model = model;
    this.features = model.engine().catalogue().features();
    this.observed = ObservedRange.of(model.files().profiles());
  }

  /** Whether a dossier is what the model was made for. */
  public Sanity sanity(Dossier dossier) {
    return Sanity.of(dossier, features, model.engine().compute(dossier), observed);
  }

  /** The profile of a client. */
  public ClientProfile of(ClientRecord client) {
    List<ProfileTheme> themes = THEMES.of(client.dossier());
    return new ClientProfile(
        client.client(),
        model.name(),
        themes,
        ClientProfile.missing(themes),
        sanity(client.dossier()),
        HistoryCount.of(client.dossier()),
        ClientProfile.outcome(client.dossier()),
        client.scores().stream().findFirst().map(ClientProfile.Published::of).orElse(null));
  }
}
