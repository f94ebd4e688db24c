/**
 * The model that answers, and its life: opened, proved, warmed up, swapped, kept if the next one
 * does not hold. {@link io.clairscore.service.model.LiveModel} is the door.
 */
package io.clairscore.service.model;
