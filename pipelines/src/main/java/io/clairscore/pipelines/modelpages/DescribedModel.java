package io.clairscore.pipelines.modelpages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.Manifest;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The model that the pages tell of, and what there is to tell it from.
 *
 * @param bundle the published model
 * @param report what its training measured; absent if the bundle does not hold it
 * @param account what its training left in the run's folder; absent if that is gone
 * @param study a study of the workspace
 * @param studyHarmed whether there is one that cannot be read
 * @param generated whether the clients are generated
 */
record DescribedModel(
    Bundle bundle,
    Optional<TrainReport> report,
    Optional<Account> account,
    Optional<FoundStudy> study,
    boolean studyHarmed,
    boolean generated) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads what the workspace has; what it lacks is told to the person who exports. */
  static DescribedModel read(Job job, Bundle bundle) {
    String run = bundle.manifest().training().runId();
    Optional<Optional<FoundStudy>> study = found(job, () -> FoundStudy.find(job.workspace(), run));
    return new DescribedModel(
        bundle,
        report(bundle.manifest()),
        found(job, () -> ofThisModel(Account.of(TrainedRun.read(job.workspace(), run)), bundle)),
        study.flatMap(found -> found),
        study.isEmpty(),
        Files.exists(job.workspace().synthetic()));
  }

  private static Account ofThisModel(Account account, Bundle bundle) {
    if (!account.run().manifest().equals(bundle.manifest())) {
      throw ModelPageErrors.otherModel(bundle.manifest().training().runId());
    }
    return account;
  }

  private static <T> Optional<T> found(Job job, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Refusal refusal) {
      job.progress().say("model pages are incomplete: " + refusal.problem());
      return Optional.empty();
    }
  }

  private static Optional<TrainReport> report(Manifest manifest) {
    try {
      return Optional.of(JSON.treeToValue(manifest.metrics(), TrainReport.class));
    } catch (JsonProcessingException | RuntimeException e) {
      // A bundle of another program may hold other metrics, or none.
      return Optional.empty();
    }
  }

  Manifest manifest() {
    return bundle.manifest();
  }

  /** Run that trained the model. */
  String run() {
    return manifest().training().runId();
  }

  /** Points that one unit of margin adds; negative, as a margin is a risk. */
  double pointsPerMargin() {
    return -manifest().points().factor();
  }

  /** What wrong decisions cost, as the threshold weighed them. */
  BusinessConf costs() {
    return new BusinessConf(
        manifest().threshold().falseNegativeCost(), manifest().threshold().falsePositiveCost());
  }
}
