package io.clairscore.pipelines.tracking;

/** A server answered that it will not do something. */
final class ServerRefused extends RuntimeException {
  private final int status;
  private final String code;

  /**
   * @param status HTTP status
   * @param code MLflow's error code, or empty if the answer has none
   * @param message what the server said
   */
  ServerRefused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  /** Whether the thing does not exist there. */
  boolean absent() {
    return code.equals("RESOURCE_DOES_NOT_EXIST");
  }

  /** Whether the thing exists there already. */
  boolean present() {
    return code.equals("RESOURCE_ALREADY_EXISTS");
  }
}
