package io.clairscore.service.events;

/**
 * How the event log is.
 *
 * @param healthy whether the last commit was made, and more are taken
 * @param waiting events that wait to be written
 * @param capacity most that may wait
 * @param durable events written since it was opened
 * @param commits commits that made them durable
 * @param committing nanoseconds that these took, the fsync among them
 * @param failed events that could not be written
 * @param refused requests that found no room
 */
public record EventLogStatus(
    boolean healthy,
    int waiting,
    int capacity,
    long durable,
    long commits,
    long committing,
    long failed,
    long refused) {}
