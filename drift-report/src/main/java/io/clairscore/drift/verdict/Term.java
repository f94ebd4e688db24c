package io.clairscore.drift.verdict;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.clairscore.features.text.Text;

/** How much one feature moved the mean score, in points. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Term(String name, Text label, double points) {}
