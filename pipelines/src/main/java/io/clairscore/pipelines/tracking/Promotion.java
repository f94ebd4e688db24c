package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.Configuration;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.published.Published;
import io.clairscore.scorer.registry.Aliases;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model champion if it passes the gate, and a former champion champion again. The verdict
 * stays with the run that was judged: as a tag, and as a file {@code gate/<time>.json}.
 *
 * @param workspace where models and records lie
 * @param conf limits, costs, names
 * @param tracking where the verdict is sent
 * @param catalogueHash hash of the catalogue that computes the vectors today
 * @param progress where warnings go
 */
public record Promotion(
    Workspace workspace,
    Configuration conf,
    Tracking tracking,
    String catalogueHash,
    Progress progress) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Judges a model and makes it champion.
   *
   * @param run run that trained it; the challenger if empty
   * @param allInputs whether it may have inputs that may not be told to a client
   * @return the verdict, a line per condition
   * @throws Refusal with MODEL if there is no such model or it does not pass
   */
  public List<String> promote(Optional<String> run, boolean allInputs) {
    Aliases aliases = Aliases.read(workspace.models());
    String candidate =
        run.or(() -> Optional.ofNullable(aliases.challenger()))
            .orElseThrow(TrackingErrors::noChallenger);
    JudgedModel model = JudgedModel.read(workspace, candidate, catalogueHash);
    Optional<JudgedModel> champion =
        aliases
            .champion()
            .filter(present -> !present.equals(candidate))
            .map(present -> JudgedModel.champion(workspace, present));
    Gate gate =
        new Gate(conf.tracking().gate(), conf.business(), conf.training().seed(), allInputs);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Verdict verdict =
        Verdict.of(
            now,
            candidate,
            champion.map(JudgedModel::run).orElse(null),
            gate.judge(model, champion));
    record(verdict);
    if (verdict.passed()) {
      aliases.promoted(candidate).write(workspace.models());
    }
    tracking.offer(candidate, progress);
    if (!verdict.passed()) {
      verdict.lines().forEach(progress::say);
      throw TrackingErrors.gate(candidate, verdict.reasons());
    }
    return verdict.lines();
  }

  /**
   * Makes the champion before the present one champion again, and what was last published of it
   * live.
   *
   * @return the run that is champion now
   * @throws Refusal with MODEL if there was none, or its bundle does not score as it was trained
   */
  public String rollBack() {
    Aliases aliases = Aliases.read(workspace.models()).rolledBack();
    String champion = aliases.champion().orElseThrow();
    JudgedModel.read(workspace, champion, catalogueHash);
    Published published = new Published(workspace.published());
    // Before the aliases: who dies between and rolls back again has not gone back twice.
    published.newestOf(champion).ifPresent(published::use);
    aliases.write(workspace.models());
    tracking.offer(champion, progress);
    return champion;
  }

  private void record(Verdict verdict) {
    try {
      RunRecord.open(Tracking.folder(workspace, verdict.run()), verdict.run())
          .tag("clairscore.gate", verdict.passed() ? "passed" : "refused")
          .tag("clairscore.gate.time", verdict.time())
          .artifact(
              JSON.writeValueAsBytes(verdict),
              "gate/" + verdict.time().replaceAll("[-:]", "") + ".json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
