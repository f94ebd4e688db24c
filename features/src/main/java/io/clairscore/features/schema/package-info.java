/**
 * The tables of the credit domain as they are published: every column with its type, unit, range or
 * values and keys. Labels and descriptions in French and English live in resource tables, keyed by
 * table and column.
 *
 * <p>Start with {@link io.clairscore.features.schema.Table}; the columns themselves are constants
 * of one class per table, such as {@link io.clairscore.features.schema.Bureau}.
 */
package io.clairscore.features.schema;
