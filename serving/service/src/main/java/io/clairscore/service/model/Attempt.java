package io.clairscore.service.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of the last attempt to serve a version.
 *
 * @param when it was made
 * @param version name of the version; empty if the pointer names none
 * @param failure why it is not served, in words; empty if it is
 */
public record Attempt(Instant when, String version, Optional<String> failure) {}
