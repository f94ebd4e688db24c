package io.clairscore.pipelines.chart;

/** A point, in the units of the axes. */
public record Point(double x, double y) {}
