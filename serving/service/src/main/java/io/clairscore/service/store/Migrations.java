package io.clairscore.service.store;

import io.clairscore.features.refusal.Refusal;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the tables, or brings those of an older program up to date. */
final class Migrations {
  /**
   * Files {@code V1__...sql} and on; a file that was ever released is never changed. The table that
   * the drift job reads is defined where both know it.
   */
  private static final String[] LOCATIONS = {
    "classpath:io/clairscore/scorer/event", "classpath:io/clairscore/service/store/migrations"
  };

  private Migrations() {}

  /**
   * @throws Refusal with DATA if the tables are newer than this program, or were changed by hand
   */
  static void run(DatabaseConf conf, Engine engine) {
    try {
      flyway(engine).migrate();
    } catch (FlywayException e) {
      throw StoreErrors.notMigrated(conf, e);
    }
  }

  /**
   * Makes nothing.
   *
   * @throws Refusal with DATA if the tables are not those of this program
   */
  static void check(DatabaseConf conf, Engine engine) {
    try {
      flyway(engine).validate();
    } catch (FlywayException e) {
      throw StoreErrors.notMigrated(conf, e);
    }
  }

  private static Flyway flyway(Engine engine) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(engine.migrating())
        .locations(LOCATIONS)
        .table("clairscore_schema")
        .placeholders(engine.placeholders())
        .failOnMissingLocations(true)
        .load();
  }
}
