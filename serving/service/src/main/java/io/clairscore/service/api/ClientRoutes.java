package io.clairscore.service.api;

import io.clairscore.scorer.published.ClientRecord;
import io.clairscore.service.access.Role;
import io.clairscore.service.file.Profile;
import io.clairscore.service.file.Profiles;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.List;

/** A client's file. Whoever looks into it is on record before they see it. */
public final class ClientRoutes {
  private static final String TAG = "clients";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);

  private final ClientFiles files;
  private final PerModel<Profiles> profiles = new PerModel<>(Profiles::new);

  public ClientRoutes(ClientFiles files) {
    this.files = files;
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "profile", "/api/clients/{client}", "What is known of a client.")
            .access(READERS)
            .with(ClientFiles.CLIENT, ClientFiles.PURPOSE)
            .is(Route.Trait.PERSONAL)
            .answering(Profile.class, (exchange, nothing) -> profile(exchange)));
  }

  private Reply<Profile> profile(Exchange exchange) {
    ServedModel model = files.model();
    ClientRecord client = files.open(model, exchange);
    Profile profile = profiles.of(model).of(client);
    return files.read(exchange, client.client(), List.of("profile"), profile);
  }
}
