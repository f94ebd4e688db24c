package io.clairscore.service.conf;

import io.clairscore.features.settings.Require;
import io.clairscore.service.access.AccessConf;
import io.clairscore.service.events.EventsConf;
import io.clairscore.service.http.ServerConf;
import io.clairscore.service.monitoring.MonitoringConf;
import io.clairscore.service.population.PopulationConf;

/**
 * The effective settings of the service, validated when they are bound; {@code conf/service.yaml}
 * says what each means.
 *
 * @param published folder of the published versions
 * @param models folder of the trained models, whose aliases name the champion
 * @param reports folder of the reports; those of drift are in its folder {@code drift}
 */
public record ServiceConf(
    String published,
    String models,
    String reports,
    ServerConf server,
    StoreConf store,
    EventsConf events,
    AccessConf access,
    MonitoringConf monitoring,
    PopulationConf population) {

  public ServiceConf {
    Require.present("published", published);
    Require.present("models", models);
    Require.present("reports", reports);
    Require.present("server", server);
    Require.present("store", store);
    Require.present("events", events);
    Require.present("access", access);
    Require.present("monitoring", monitoring);
    Require.present("population", population);
  }
}
