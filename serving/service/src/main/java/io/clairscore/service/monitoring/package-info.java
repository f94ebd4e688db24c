/**
 * Watches the service: what it answers and how fast, what it predicts and how that differs from
 * training, what becomes of it. {@link io.clairscore.service.monitoring.Monitoring} is the door.
 *
 * <p>Everything is a sum over a window of time, as a record that adds up: {@link
 * io.clairscore.service.monitoring.ServiceTally} of requests and of the machine, {@link
 * io.clairscore.service.monitoring.PredictionTally} of predictions. Windows are kept in the store;
 * those of predictions are made of the stored events, so that a restart loses none. {@link
 * io.clairscore.service.monitoring.Metric} is what can be asked of them: the dashboard draws its
 * trend, rules watch it, alerts tell it.
 */
package io.clairscore.service.monitoring;
