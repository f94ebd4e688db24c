package io.clairscore.service.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.service.access.AccessConf;
import io.clairscore.service.http.ServerConf;
import io.clairscore.service.population.PopulationConf;

/**
 * The effective settings of the service, validated when they are bound; {@code conf/service.yaml}
 * says what each means.
 *
 * @param published folder of the published versions
 * @param reports folder of the drift reports
 */
public record ServiceConf(
    String published,
    String reports,
    ServerConf server,
    StoreConf store,
    AccessConf access,
    PopulationConf population) {

  public ServiceConf {
    Require.present("published", published);
    Require.present("reports", reports);
    Require.present("server", server);
    Require.present("store", store);
    Require.present("access", access);
    Require.present("population", population);
  }
}
