/**
 * All that an advisor is told about one client: score, reasons and what would change the decision,
 * in words and as JSON. {@link io.clairscore.scorer.advice.Advisor} is the door.
 */
package io.clairscore.scorer.advice;
