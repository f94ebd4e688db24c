/**
 * The published clients taken together: looked for, counted, compared. {@link
 * io.clairscore.service.population.Population} is the door; what can be asked stands in {@code
 * selection}. Questions are SQL that DuckDB answers in this process, of one file which it cannot
 * write and beside which it reads nothing.
 */
package io.clairscore.service.population;
