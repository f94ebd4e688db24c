package io.clairscore.service.http;

import io.javalin.http.Context;
import java.util.Set;

/** Whether a request that a browser sends with its cookies was made by a page of ours. */
final class Origins {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private Origins() {}

  /**
   * Browsers say whence a request comes in Sec-Fetch-Site; the rule, with Origin for those that do
   * not, is that of Go's net/http CrossOriginProtection.
   *
   * @throws Problem if it comes from another site
   */
  static void demandSameSite(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean own =
        site != null
            ? OWN.contains(site)
            : origin == null || origin.replaceFirst("^https?://", "").equals(context.host());
    if (!own) {
      throw Problem.of(ProblemKind.CROSS_SITE);
    }
  }
}
