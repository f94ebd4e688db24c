package io.clairscore.pipelines.ingest;

import java.io.Serializable;

/**
 * A part of a file that one task reads: the lines that begin in a range of its bytes. A gzip file
 * is one chunk.
 *
 * @param source the file
 * @param file position of the file among the files of its table
 * @param index position of the chunk in the file
 * @param from first byte
 * @param to past the last byte, in which a line may begin
 * @param linesBefore lines in the chunks before, 0 while unknown
 */
record Chunk(SourceFile source, int file, int index, long from, long to, long linesBefore)
    implements Serializable {

  Chunk afterLines(long lines) {
    return new Chunk(source, file, index, from, to, lines);
  }
}
