/** The drift report: compares a reference population with a current one. */
package io.clairscore.drift;
