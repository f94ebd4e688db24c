package io.clairscore.pipelines.ingest;

import java.util.List;

/**
 * The outcome of publishing a load.
 *
 * @param changes what happened to each raw table
 * @param orphans every reference, checked over the whole raw tables
 */
record Published(List<TableChange> changes, List<Orphans> orphans) {

  Published {
    changes = List.copyOf(changes);
    orphans = List.copyOf(orphans);
  }
}
