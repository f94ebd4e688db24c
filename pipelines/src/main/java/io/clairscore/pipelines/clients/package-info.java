/**
 * Lists scored clients by what was proposed to them, for a person who looks for one to explain.
 * {@link io.clairscore.pipelines.clients.ClientsStep} is the door.
 */
package io.clairscore.pipelines.clients;
