/**
 * A load generator of constant arrival rate for HTTP services: {@link
 * io.clairscore.benchmarks.load.ArrivalLoad} sends requests at the moments of a schedule whatever
 * the answers do, and times each from its moment of the schedule. So a service that stops for a
 * second is charged that second by every request that was due in it.
 */
package io.clairscore.benchmarks.load;
