/**
 * What a training left, read once and checked, and what is computed of it for everybody who tells
 * of the model: the documents on paper and the pages of the service. {@link
 * io.clairscore.pipelines.account.Account} is the door.
 */
package io.clairscore.pipelines.account;
