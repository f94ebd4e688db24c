/**
 * The documents of a run, written from its own files: model card, methodology note, comparison page
 * and figures. {@link io.clairscore.pipelines.documents.Documents} is the door. Nothing here needs
 * Spark, and no figure stands in a template.
 */
package io.clairscore.pipelines.documents;
