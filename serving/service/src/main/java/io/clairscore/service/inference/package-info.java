/**
 * The Open Inference Protocol (KServe v2) in JSON and with Triton's binary tensors: vectors in,
 * scores out. {@link io.clairscore.service.inference.InferenceReader} reads requests, {@link
 * io.clairscore.service.inference.InferenceWriter} writes answers, {@link
 * io.clairscore.service.inference.ModelMetadata} describes the model.
 *
 * <p>It is for programs that compare or monitor models. What it answers is no decision about a
 * client, and is not recorded as one (decision 47).
 */
package io.clairscore.service.inference;
