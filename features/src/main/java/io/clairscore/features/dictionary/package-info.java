/**
 * What people and the service read about the columns and features: {@link
 * io.clairscore.features.dictionary.FeatureTexts} composes a label and a description of each
 * feature from its declaration, in French and English; {@link
 * io.clairscore.features.dictionary.Dictionary} writes everything down as JSON and Markdown. The
 * words stand in resource tables of this package; Java holds the way they are put together.
 */
package io.clairscore.features.dictionary;
