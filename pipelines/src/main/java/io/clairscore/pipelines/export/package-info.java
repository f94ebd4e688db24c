/**
 * Publishes what the service needs, in the format of {@link io.clairscore.scorer.published}. {@link
 * io.clairscore.pipelines.export.ExportStep} is the door.
 */
package io.clairscore.pipelines.export;
