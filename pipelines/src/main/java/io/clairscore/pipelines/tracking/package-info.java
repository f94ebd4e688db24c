/**
 * The record of what a run tried and measured, the MLflow server it is sent to, and which model is
 * champion. {@link io.clairscore.pipelines.tracking.RunRecord} is what a training writes to; it is
 * complete on disk before a server hears of it.
 */
package io.clairscore.pipelines.tracking;
