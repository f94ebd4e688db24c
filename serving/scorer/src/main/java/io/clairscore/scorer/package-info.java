/**
 * The scorer: turns a feature vector and a model bundle into a decision. Plain Java, without Spark
 * and without native code, so that batch scoring and the service run the same code.
 */
package io.clairscore.scorer;
