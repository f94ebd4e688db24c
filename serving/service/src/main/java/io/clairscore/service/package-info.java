/**
 * The online service. It will stand on the scorer alone: a dossier and a published bundle in, a
 * decision out.
 */
package io.clairscore.service;
