/**
 * A text in Markdown, with its figures, as a page for a browser and as a PDF for paper and archives
 * (A4, tagged, fonts embedded). {@link io.clairscore.pipelines.paper.Paper} is the door. Nothing
 * here needs Spark, a browser or a font of the machine.
 */
package io.clairscore.pipelines.paper;
