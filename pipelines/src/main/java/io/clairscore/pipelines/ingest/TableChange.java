package io.clairscore.pipelines.ingest;

/**
 * What a load did to a raw table.
 *
 * @param table name of the table
 * @param added rows of new keys
 * @param changed rows whose content replaced another (instalments: rows of replaced clients)
 * @param unchanged rows that were there already, as they are
 */
public record TableChange(String table, long added, long changed, long unchanged) {}
