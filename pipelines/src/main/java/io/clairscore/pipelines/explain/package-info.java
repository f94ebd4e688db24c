/**
 * Explains the score of one client from the client's dossier, for a person who asks at the command
 * line. {@link io.clairscore.pipelines.explain.ExplainStep} is the door.
 */
package io.clairscore.pipelines.explain;
