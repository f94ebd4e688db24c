/**
 * The search for hyper-parameters: a space of dimensions, points in its unit cube, and two ways to
 * choose the next point from the trials so far. Nothing here fits anything, so a search continues
 * from stored trials as if it had never stopped.
 */
package io.clairscore.pipelines.study.search;
