/**
 * CSV as every command reads it: lines, fields and headers of plain and gzipped files, and the
 * words in which a file or a row is refused. {@link io.clairscore.pipelines.csv.CsvHeader} is the
 * door. No message of this package repeats what a file holds, unless it is the name of a column.
 */
package io.clairscore.pipelines.csv;
