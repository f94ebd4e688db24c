/**
 * The HTTP server: a table of {@link io.clairscore.service.http.Route}s as values, and everything
 * that follows from it, registration, rights, limits, problems, the API's document and the log.
 * {@link io.clairscore.service.http.Server} is the door.
 */
package io.clairscore.service.http;
