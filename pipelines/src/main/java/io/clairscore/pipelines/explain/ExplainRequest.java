package io.clairscore.pipelines.explain;

import java.nio.file.Path;

/**
 * Who is explained, and by what.
 *
 * @param model folder of the bundle
 * @param client SK_ID_CURR
 */
public record ExplainRequest(Path model, int client) {}
