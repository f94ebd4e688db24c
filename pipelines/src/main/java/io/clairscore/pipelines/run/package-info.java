/**
 * What makes a run safe and readable: the workspace, its lock, the journal that lets a killed run
 * continue, progress, exit codes and refusals.
 */
package io.clairscore.pipelines.run;
