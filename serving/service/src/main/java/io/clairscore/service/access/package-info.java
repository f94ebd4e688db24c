/**
 * Who may do what: roles, principals, and how they are recognised. {@link
 * io.clairscore.service.access.Authentication} is what the server asks.
 */
package io.clairscore.service.access;
