package io.clairscore.pipelines.run;

import java.util.List;

/**
 * What a step did. A report that is kept is a record, and its components are its JSON.
 *
 * <p>A step is a class with one public method, {@code static Report run(Job, Request)}; the request
 * is a record that was validated when it was made, and is left out where there is nothing to ask.
 */
public interface Report {

  /** The report for a person, a line per fact. */
  List<String> lines();

  /** How a command ends that has nothing else to report. */
  default ExitCode exitCode() {
    return ExitCode.DONE;
  }
}
