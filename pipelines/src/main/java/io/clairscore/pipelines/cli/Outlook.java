package io.clairscore.pipelines.cli;

import io.clairscore.pipelines.run.Report;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.pipelines.scoring.ScoreReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What to look at next: files to open, and commands to paste as they stand. */
final class Outlook {
  /** How this program is called; scripts/clairscore says how it was. */
  static final String PROGRAM = System.getenv().getOrDefault("CLAIRSCORE_COMMAND", "clairscore");

  private static final String STANDARD_WORKSPACE = "work";

  private final Workspace workspace;
  private final String runId;
  private final List<String> lines = new ArrayList<>();

  private Outlook(Workspace workspace, String runId) {
    this.workspace = workspace;
    this.runId = runId;
  }

  static Outlook of(Application application) {
    return new Outlook(application.workspace(), application.runId());
  }

  /** The documents of the run's model. */
  Outlook documents() {
    Path documents = workspace.runs().resolve(runId).resolve("documents");
    file("model card", documents.resolve("model-card.en.pdf"));
    file("methodology note, in French", documents.resolve("note-methodologique.pdf"));
    file("comparison of models", documents.resolve("comparison.en.html"));
    return this;
  }

  /** The explanation of a client who was refused, and where others are. */
  Outlook explain(ScoreReport scores) {
    if (scores.refusedClient() != null) {
      command("explain a refusal", "explain --client " + scores.refusedClient());
    }
    command("other clients to explain", "clients");
    return this;
  }

  Outlook drift() {
    command("are the new clients like the old ones?", "drift");
    return this;
  }

  Outlook promote() {
    command("make the model champion", "promote " + runId);
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What a step did, then this. */
  Report after(Report report) {
    List<String> all = new ArrayList<>(report.lines());
    all.add("");
    all.add("== What to look at next");
    all.addAll(lines);
    return () -> all;
  }

  private void file(String what, Path file) {
    if (Files.exists(file)) {
      line(what, file.toString());
    }
  }

  private void command(String what, String arguments) {
    line(what, PROGRAM + " " + arguments + workspaceOption());
  }

  private void line(String what, String where) {
    lines.add(String.format("%-40s %s", what, where));
  }

  private String workspaceOption() {
    if (workspace.equals(new Workspace(Path.of(STANDARD_WORKSPACE)))) {
      return "";
    }
    String root = workspace.root().toString();
    return " --workspace " + TypedCommand.quoted(root);
  }
}
