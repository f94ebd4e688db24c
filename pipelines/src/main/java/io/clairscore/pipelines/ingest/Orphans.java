package io.clairscore.pipelines.ingest;

/**
 * Rows of a raw table whose parent is not there (yet).
 *
 * @param child referring column
 * @param parent referred column
 * @param rows rows of the child table
 * @param orphans rows among them without parent
 */
public record Orphans(String child, String parent, long rows, long orphans) {}
