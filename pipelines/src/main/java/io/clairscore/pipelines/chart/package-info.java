/**
 * Charts as SVG. A chart is a record that says what is shown; drawing it is a function of the
 * record. Every picture has a title and a description for those who do not see it, and tells its
 * lines and marks apart by dashes and shapes as well as by colour.
 */
package io.clairscore.pipelines.chart;
