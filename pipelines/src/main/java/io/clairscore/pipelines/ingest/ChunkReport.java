package io.clairscore.pipelines.ingest;

import java.io.Serializable;
import java.util.Map;

/**
 * What a task found in its chunk.
 *
 * @param chunk the chunk
 * @param lines physical lines that begin in it, header included
 * @param read data rows among them
 * @param kept rows that break no rule
 * @param reasons refused rows by "COLUMN: reason"
 * @param unseen accepted categories outside the frozen lists, by column
 * @param rejects file of the refused rows, null if there is none
 * @param keys primary keys of the accepted rows, null for tables without one
 * @param damage why the file cannot be read to its end, null if it can
 */
record ChunkReport(
    Chunk chunk,
    long lines,
    long read,
    long kept,
    Map<String, Long> reasons,
    Map<String, Long> unseen,
    String rejects,
    KeySet keys,
    String damage)
    implements Serializable {}
