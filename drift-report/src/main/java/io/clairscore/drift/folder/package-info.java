/**
 * The folder of drift reports: of each date the pages and the JSON, the history of all dates, and
 * {@code latest.json}, the verdict of the report written last. {@link
 * io.clairscore.drift.folder.ReportFolder} writes them together and reads them again; {@link
 * io.clairscore.drift.folder.LatestVerdict} is what a monitoring page reads.
 */
package io.clairscore.drift.folder;
