package io.clairscore.pipelines.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar states it. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"clairscore " + (version == null ? "(not packaged)" : version)};
  }
}
