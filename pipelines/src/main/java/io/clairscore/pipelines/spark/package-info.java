/** How Clairscore meets Spark: sessions, schemas of the tables, progress of stages. */
package io.clairscore.pipelines.spark;
