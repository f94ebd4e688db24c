/**
 * What has to be in place before the service runs: {@link
 * io.clairscore.service.launch.DuckDbLibrary#place()} puts DuckDB's native library where DuckDB
 * loads it without unpacking it at each start. Called before DuckDB's first use.
 */
package io.clairscore.service.launch;
