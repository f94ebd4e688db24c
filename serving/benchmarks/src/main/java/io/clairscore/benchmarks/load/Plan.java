package io.clairscore.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The requests of a load, drawn at random: a file of lines of method, path and body (JSON, or
 * nothing) between tabs, the one that the wrk script reads too.
 */
record Plan(List<byte[]> requests) {

  Plan {
    if (requests.isEmpty()) {
      throw new IllegalArgumentException(
          "The plan has no line; make it with scripts/bench/service");
    }
  }

  /**
   * Reads a plan.
   *
   * @param token bearer token for the requests, or empty for none
   */
  static Plan read(Path file, URI address, String token) throws IOException {
    String headers =
        " HTTP/1.1\r\nHost: "
            + address.getAuthority()
            // A change without a token is taken only from the service's own pages.
            + "\r\nSec-Fetch-Site: same-origin\r\n"
            + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    try (var lines = Files.lines(file)) {
      return new Plan(lines.map(line -> request(line.split("\t", -1), headers)).toList());
    }
  }

  private static byte[] request(String[] cells, String headers) {
    byte[] body = cells[2].getBytes(StandardCharsets.UTF_8);
    String content =
        body.length == 0
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
    byte[] head =
        (cells[0] + " " + cells[1] + headers + content + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  byte[] any(SplittableRandom random) {
    return requests.get(random.nextInt(requests.size()));
  }
}
