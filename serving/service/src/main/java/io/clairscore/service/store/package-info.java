/**
 * Where the service keeps what it must not forget: {@link io.clairscore.service.store.Database} is
 * a SQLite file by default and a PostgreSQL database by configuration ({@link
 * io.clairscore.service.store.DatabaseConf}), with the same tables (the migrations of this package)
 * and the same statements on both. What reads goes through {@code read}, what changes through
 * {@code write}; a lasting writer of its own, such as that of the events, takes a {@link
 * io.clairscore.service.store.WriterSeat}.
 *
 * <p>Rows of both stores are alike because statements keep to what both know: numbers are {@code
 * bigint} or {@code double precision}, flags are 0 and 1, moments are microseconds since 1970 in
 * UTC, identifiers are given by the program, bytes are {@code bytea}.
 */
package io.clairscore.service.store;
