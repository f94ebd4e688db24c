/** The one exception that ends a run or a request for a reason its user can act on. */
package io.clairscore.features.refusal;
