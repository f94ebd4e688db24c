/** Files and folders that are absent, as they were before, or complete, whenever a process dies. */
package io.clairscore.features.files;
