package io.clairscore.features.settings;

import com.fasterxml.jackson.databind.Module;
import java.util.List;
import java.util.Set;

/**
 * A program that is configured.
 *
 * @param settings record that all settings are bound to
 * @param file name of the YAML file of every setting: a resource of the program, and a file in
 *     {@code conf/}
 * @param prefix what the environment variables of its settings begin with
 * @param otherVariables variables of that prefix that are no settings; one that ends in an
 *     underscore stands for all that begin with it
 * @param modules of Jackson, for records that it cannot bind by itself
 */
public record Program<T>(
    Class<T> settings,
    String file,
    String prefix,
    Set<String> otherVariables,
    List<Module> modules) {

  public Program {
    otherVariables = Set.copyOf(otherVariables);
    modules = List.copyOf(modules);
  }
}
