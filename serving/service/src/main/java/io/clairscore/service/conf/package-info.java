/** Settings of the service: {@code conf/service.yaml}, bound once into validating records. */
package io.clairscore.service.conf;
