/**
 * What is known of one client, arranged for people: {@link
 * io.clairscore.service.file.ClientProfile} and {@link io.clairscore.service.file.Forms} take every
 * label from the dictionary, {@link io.clairscore.service.file.History} what was recorded from the
 * events, {@link io.clairscore.service.file.WholeFile} is all of it.
 */
package io.clairscore.service.file;
