/**
 * Decisions about clients and applicants: predicted by the served model, kept before they are told,
 * tried with other inputs, judged by people. Nothing here answers over HTTP. {@link
 * io.clairscore.service.decision.Decisions} predicts, {@link
 * io.clairscore.service.decision.Simulations} tries, {@link
 * io.clairscore.service.decision.Judgements} keeps what people decide.
 */
package io.clairscore.service.decision;
