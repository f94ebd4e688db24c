/**
 * The features of the model, each declared once as a value: a {@link
 * io.clairscore.features.catalogue.Family} names a source table, an optional {@link
 * io.clairscore.features.catalogue.Category} and the {@link
 * io.clairscore.features.catalogue.Measure}s taken over the rows that pass it; a measure takes a
 * {@link io.clairscore.features.catalogue.Quantity} (a number per row, cleaned or derived by an
 * {@link io.clairscore.features.catalogue.Expression}) or a category, and an aggregate.
 *
 * <p>Everything else follows from these declarations: names ({@code PREFIX_COLUMN_AGG}), the order
 * of the vector, lineage, the hash that ties a model to its catalogue, and the computation itself,
 * which is a function of them in {@code io.clairscore.features.engine}. To add a feature, add a
 * measure to a family.
 */
package io.clairscore.features.catalogue;
