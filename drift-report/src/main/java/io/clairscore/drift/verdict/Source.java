package io.clairscore.drift.verdict;

/**
 * Where a population comes from; empty texts where something is unknown.
 *
 * @param name such as a table
 * @param version of the table
 * @param date of the data
 * @param sha256 of the data or of their file list
 */
public record Source(String name, String version, String date, String sha256) {}
