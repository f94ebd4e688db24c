package io.clairscore.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems of requests that never reach a route: malformed, too many, while the server stops. */
final class JettyProblems extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    byte[] document =
        ProblemDocument.of(
            Problem.of(Failures.kind(status)),
            status,
            Languages.ofHeader(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE)),
            "-");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (status == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(document), callback);
    return true;
  }
}
