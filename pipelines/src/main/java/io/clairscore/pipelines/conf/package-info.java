/** The configuration: one YAML file of values, bound once into validating records. */
package io.clairscore.pipelines.conf;
