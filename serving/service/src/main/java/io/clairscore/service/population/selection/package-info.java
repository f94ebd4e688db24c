/**
 * What can be asked of the population, as values: the {@link
 * io.clairscore.service.population.selection.ExploredColumn}s there are and who may explore them
 * ({@link io.clairscore.service.population.selection.Sight}), which clients are meant ({@link
 * io.clairscore.service.population.selection.ClientSelection}), and how numbers are put into bands
 * ({@link io.clairscore.service.population.selection.ColumnBands}). Each renders itself to SQL
 * ({@link io.clairscore.service.population.selection.Sql}) of which every name is one of the
 * dictionary and every value is bound.
 */
package io.clairscore.service.population.selection;
