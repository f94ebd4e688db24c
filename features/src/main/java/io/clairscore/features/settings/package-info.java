/**
 * Settings of a program: one YAML file of values, overridden by a file, the environment and the
 * command line, bound once into validating records. {@link
 * io.clairscore.features.settings.SettingsReader} is the door; a {@link
 * io.clairscore.features.settings.Program} says what is bound; records check themselves by {@link
 * io.clairscore.features.settings.Require}.
 */
package io.clairscore.features.settings;
