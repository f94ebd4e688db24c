/**
 * What is told of the population, as JSON: with labels in both languages, and without figures of
 * too few people.
 */
package io.clairscore.service.population.told;
