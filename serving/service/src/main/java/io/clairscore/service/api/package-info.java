/**
 * The routes of the service, one class per subject, with what they take and answer. They decide
 * nothing and say nothing themselves: engine, scorer, explanations and stores do.
 */
package io.clairscore.service.api;
