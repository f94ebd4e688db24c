/**
 * From CSV files in Kaggle's layout to the raw Delta tables. {@link
 * io.clairscore.pipelines.ingest.IngestStep} is the door: it checks every header, reads each file
 * once, sends rows that break a rule to the quarantine table with file, line, column and reason,
 * and publishes the others only when every file was read to its end.
 */
package io.clairscore.pipelines.ingest;
