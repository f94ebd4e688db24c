/**
 * What may decide about a credit: of each column, and of single values of categories, whether it
 * may decide, is only measured, or is never looked at, with a ground that may be told to a client.
 * One table for all: the engine, training, reasons and documents read it.
 *
 * <p>Start with {@link io.clairscore.features.use.Uses}; to change a ruling, change a row of {@code
 * columns.tsv} or {@code values.tsv}, and say why in a decision.
 */
package io.clairscore.features.use;
