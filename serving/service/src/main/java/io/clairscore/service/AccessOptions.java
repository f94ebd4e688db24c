package io.clairscore.service;

import io.clairscore.service.access.AccessControl;
import io.clairscore.service.access.AccessErrors;
import io.clairscore.service.access.AccessRefused;
import io.clairscore.service.conf.ServiceConf;
import io.clairscore.service.events.AuditTrail;
import io.clairscore.service.store.Database;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;

/** Options of the commands that keep accounts; the service may run beside them. */
final class AccessOptions {
  @Mixin private SettingsOptions settings;

  /** Does it on the accounts of the configured store. */
  void with(Consumer<AccessControl> work) {
    ServiceConf conf = settings.settings();
    try (Database database = Database.open(conf.store().database());
        AccessControl access =
            AccessControl.of(conf.access(), database, new AuditTrail(database))) {
      work.accept(access);
    } catch (AccessRefused refused) {
      throw AccessErrors.refusal(refused);
    }
  }
}
