/** The command line. A command wires steps together and says how they went; it computes nothing. */
package io.clairscore.pipelines.cli;
