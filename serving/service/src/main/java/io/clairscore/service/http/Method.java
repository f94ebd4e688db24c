package io.clairscore.service.http;

import io.javalin.http.HandlerType;

/** Methods of HTTP that routes have. */
public enum Method {
  GET(HandlerType.GET, true),
  POST(HandlerType.POST, false),
  PUT(HandlerType.PUT, false),
  DELETE(HandlerType.DELETE, false);

  private final HandlerType type;
  private final boolean safe;

  Method(HandlerType type, boolean safe) {
    this.type = type;
    this.safe = safe;
  }

  HandlerType type() {
    return type;
  }

  /** Whether it changes nothing. */
  boolean safe() {
    return safe;
  }
}
