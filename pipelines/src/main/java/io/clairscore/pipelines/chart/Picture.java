package io.clairscore.pipelines.chart;

/**
 * A drawn chart.
 *
 * @param name file name without ending, unique in a document
 * @param title what is shown
 * @param description what can be seen, in sentences
 * @param svg an {@code svg} element that needs nothing else
 */
public record Picture(String name, String title, String description, String svg) {}
