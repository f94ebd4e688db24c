/**
 * The model that answers, and its life: opened, proved, warmed up, swapped, kept if the next one
 * does not hold, rolled back. {@link io.clairscore.service.model.LiveModel} is the door: requests
 * take its {@link io.clairscore.service.model.ServedModel} once and work with that to their end.
 */
package io.clairscore.service.model;
