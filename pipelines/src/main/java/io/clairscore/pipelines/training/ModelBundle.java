package io.clairscore.pipelines.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.conf.ScoringConf;
import io.clairscore.pipelines.features.FeatureTable;
import io.clairscore.pipelines.run.SourceCommit;
import io.clairscore.pipelines.spark.Job;
import io.clairscore.scorer.Bundle;
import io.clairscore.scorer.BundleWriter;
import io.clairscore.scorer.GoldenRow;
import io.clairscore.scorer.Levels;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.Points;
import io.clairscore.scorer.Reference;
import io.clairscore.scorer.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Everything a bundle is made of, put together. */
record ModelBundle(
    Job job, FeatureTable features, ServedModel served, Judgement judgement, TrainReport report) {

  /** Writes the bundle of the run, whole or not at all, in place of an earlier attempt's. */
  Bundle write(List<GoldenRow> golden, Reference reference) throws IOException {
    Path folder = TrainStep.modelFolder(job);
    Files.createDirectories(folder.getParent());
    BundleWriter writer =
        new BundleWriter(manifest(), golden, reference, served.json(), served.ubj());
    FolderSwap.remove(folder);
    return writer.write(folder);
  }

  private Manifest manifest() {
    Points points = points(job.conf().scoring());
    return new Manifest(
        Manifest.FORMAT_VERSION,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        served.xgboostVersion(),
        features.catalogueHash(),
        job.conf().training().inputs(),
        features.names(),
        new Manifest.Training(job.runId(), SourceCommit.find(), job.conf().training().seed()),
        judgement.calibration(),
        threshold(points),
        levels(),
        points,
        new ObjectMapper().<JsonNode>valueToTree(report),
        Map.of("features", features.version()));
  }

  /** One level is a doubling of the odds of default. */
  Levels levels() {
    return Levels.around(judgement.thresholdMargin(), StrictMath.log(2));
  }

  private Threshold threshold(Points points) {
    BusinessConf costs = job.conf().business();
    double margin = judgement.thresholdMargin();
    return new Threshold(
        margin,
        judgement.calibration().probability(margin),
        costs.falseNegativeCost(),
        costs.falsePositiveCost(),
        2 * job.conf().scoring().reviewBand() / points.factor());
  }

  private static Points points(ScoringConf scoring) {
    return new Points(scoring.pointsToDoubleOdds(), scoring.basePoints(), scoring.baseOdds());
  }
}
