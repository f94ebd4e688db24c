package io.clairscore.pipelines.ingest;

import java.io.Serializable;

/**
 * A part of a file that one task reads: the lines that begin in a range of its bytes. A gzip file
 * is one chunk.
 *
 * @param file position of the file among the files of its table
 * @param fileName published name of the file, without extension
 * @param path the file
 * @param gzip whether it is compressed
 * @param labelled whether its rows carry the outcome
 * @param order for each field, the position of its column in the table
 * @param index position of the chunk in the file
 * @param from first byte
 * @param to past the last byte, in which a line may begin
 * @param linesBefore lines in the chunks before, 0 while unknown
 */
record Chunk(
    int file,
    String fileName,
    String path,
    boolean gzip,
    boolean labelled,
    int[] order,
    int index,
    long from,
    long to,
    long linesBefore)
    implements Serializable {

  Chunk afterLines(long lines) {
    return new Chunk(file, fileName, path, gzip, labelled, order, index, from, to, lines);
  }
}
