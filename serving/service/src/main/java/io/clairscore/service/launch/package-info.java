/**
 * What has to be in place before the service runs: {@link
 * io.clairscore.service.launch.NativeLibraries#place()} puts the native libraries of DuckDB and
 * SQLite where they are loaded without being unpacked at each start. Called before either is used.
 */
package io.clairscore.service.launch;
