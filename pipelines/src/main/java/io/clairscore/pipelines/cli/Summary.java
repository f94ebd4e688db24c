package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.run.RunJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports of all steps of a run as one, for a person and as JSON. */
final class Summary implements Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode reports = JSON.createObjectNode();
  private final List<String> lines = new ArrayList<>();

  Summary(String runId) {
    reports.put("run", runId);
  }

  void heading(String name) {
    lines.add("");
    lines.add("== " + name);
  }

  void add(String step, Report report) {
    add(step, report, report);
  }

  void add(String step, Object json, Report report) {
    reports.set(step, JSON.valueToTree(json));
    lines.addAll(report.lines());
  }

  void say(String line) {
    lines.add(line);
  }

  @Override
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Keeps it with the run, as {@code summary.json} and {@code summary.txt}. */
  void keep(Application application, Report told) {
    RunJournal journal = new RunJournal(application.workspace(), application.runId());
    journal.keep("summary.json", reports);
    Path text = journal.folder().resolve("summary.txt");
    try {
      String all = String.join("\n", told.lines()) + "\n";
      DurableFiles.replace(text, all.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.notWritten(text, e);
    }
  }
}
