package io.clairscore.pipelines.conf;

import io.clairscore.features.settings.Require;

/**
 * What documents say that no file of a run knows.
 *
 * @param owner who answers for the model
 * @param licence under which model and documents may be used
 */
public record DocumentsConf(WordsConf owner, WordsConf licence) {

  public DocumentsConf {
    Require.present("documents.owner", owner);
    owner.require("documents.owner");
    Require.present("documents.licence", licence);
    licence.require("documents.licence");
  }
}
