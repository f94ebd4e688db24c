/**
 * Those who are compared, as tables of one kind each: clients of the workspace, rows of files,
 * predictions that were served, generated clients. {@link
 * io.clairscore.pipelines.drift.population.PopulationSource} names them and {@link
 * io.clairscore.pipelines.drift.population.Populations} reads them.
 */
package io.clairscore.pipelines.drift.population;
