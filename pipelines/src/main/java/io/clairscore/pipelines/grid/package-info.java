/** Tables of texts: made from columns, written for terminals, programs and templates. */
package io.clairscore.pipelines.grid;
