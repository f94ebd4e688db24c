/** Everything that runs on Spark, and the command line that starts it. */
package io.clairscore.pipelines;
