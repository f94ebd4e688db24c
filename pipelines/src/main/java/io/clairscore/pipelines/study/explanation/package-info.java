/**
 * What a study's model does as a whole: which features and business groups move its scores, what it
 * loses without them, and rules in words that decide nearly as it does.
 */
package io.clairscore.pipelines.study.explanation;
