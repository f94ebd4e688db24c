/** Measurements on files that are not in the repository: run by hand, see scripts/README.md. */
package io.clairscore.drift.study;
