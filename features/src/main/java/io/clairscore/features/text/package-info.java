/**
 * Texts in French and English: tables of texts, phrases with slots, numbers and dates as a reader
 * of the language writes them. The locale of the machine is never asked.
 */
package io.clairscore.features.text;
