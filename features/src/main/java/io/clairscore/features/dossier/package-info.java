/**
 * One client's application with all its history rows: in memory, and as a JSON document. A dossier
 * has the same content wherever it stands, so whatever is computed from it is computed once, here.
 */
package io.clairscore.features.dossier;
