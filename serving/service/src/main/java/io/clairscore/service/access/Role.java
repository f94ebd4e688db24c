package io.clairscore.service.access;

import io.javalin.security.RouteRole;

/** What a person or program may do. */
public enum Role implements RouteRole {
  /** Talks to clients: their files, explanations, simulations, decisions. */
  ADVISOR,
  /** Judges the model and its decisions: populations, models, drift, requests for review. */
  REVIEWER,
  /** Keeps accounts and versions. */
  ADMINISTRATOR,
  /** Watches the service, and sees nobody's data. */
  MONITOR
}
