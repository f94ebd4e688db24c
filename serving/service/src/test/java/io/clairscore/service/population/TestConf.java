package io.clairscore.service.population;

/** The settings of {@code conf/service.yaml}. */
final class TestConf {
  static final PopulationConf USUAL = new PopulationConf(2, 192, 2, 16, 2000, 5);

  private TestConf() {}
}
