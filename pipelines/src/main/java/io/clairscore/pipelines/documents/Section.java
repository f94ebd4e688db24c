package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.grid.Grid;
import java.util.List;

/** A text and the tables that follow it; public for templates. */
public record Section(String text, List<Grid> tables) {}
