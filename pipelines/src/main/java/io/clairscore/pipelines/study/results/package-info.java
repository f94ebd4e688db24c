/**
 * What a study found, as numbers ({@code study.json}), and the tables that are made from it for
 * programs, terminals and documents.
 */
package io.clairscore.pipelines.study.results;
