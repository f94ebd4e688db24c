/**
 * How the records of this module stand in documents: numbers that do not exist are left out, parts
 * of a record lie flat beside its other fields, and a document names its format. {@link
 * io.clairscore.drift.json.Documents} reads and writes them.
 */
package io.clairscore.drift.json;
