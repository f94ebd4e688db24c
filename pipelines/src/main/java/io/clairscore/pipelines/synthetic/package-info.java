/**
 * Generated data in the shape of the real tables: {@link
 * io.clairscore.pipelines.synthetic.GenerateStep} writes them, {@link
 * io.clairscore.pipelines.synthetic.GeneratedRows} yields them without any file.
 *
 * <p>A client is a pure function of a seed and its number. Its application is one draw of a
 * Gaussian copula whose marginals and correlations are resource tables of aggregates; the outcome
 * is one of the copula's variables, and so are the client traits (age of credits, share refused,
 * lateness) from which its history rows are drawn.
 */
package io.clairscore.pipelines.synthetic;
