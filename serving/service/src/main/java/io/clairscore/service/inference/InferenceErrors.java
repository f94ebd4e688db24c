package io.clairscore.service.inference;

import io.clairscore.features.refusal.Refusal;

/** Every way in which a request can fail to be one of the protocol. */
final class InferenceErrors {
  private static final String SEE = "Compare the request with the model's metadata.";

  private InferenceErrors() {}

  static Refusal head(int length) {
    return Refusal.usage(
        "The header Inference-Header-Content-Length does not fit the body.",
        "The body has " + length + " bytes.",
        "Give the length of the JSON that stands before the binary tensors, in bytes.");
  }

  static Refusal input(int found) {
    return Refusal.usage(
        "The request has " + found + " inputs.",
        "The model has one input.",
        "Send one input named " + ModelMetadata.INPUT + ".");
  }

  static Refusal inputName() {
    return Refusal.usage("The input has another name.", "The model's is features.", SEE);
  }

  static Refusal datatype() {
    return Refusal.usage("The input is of another datatype.", "The model reads FP32.", SEE);
  }

  static Refusal shape(int features, int most) {
    return Refusal.usage(
        "The input has an impossible shape.",
        "The model reads 1 to %d vectors of %d features.".formatted(most, features),
        "Send the shape [n, " + features + "].");
  }

  static Refusal data(long expected) {
    return Refusal.usage(
        "The data of the input do not fit its shape.",
        "The shape needs " + expected + " numbers.",
        "Send as many numbers as the shape says; a missing one is NaN, or null in JSON.");
  }

  static Refusal notFinite(int vector, int position) {
    return Refusal.usage(
        "A value is infinite.",
        "Vector %d, position %d: no model was trained on such a value.".formatted(vector, position),
        "Send a number that a 32-bit float holds, or NaN for missing.");
  }

  static Refusal output() {
    return Refusal.usage("An output that is asked for does not exist.", "It is not known.", SEE);
  }
}
