package io.clairscore.pipelines.study;

import io.clairscore.features.files.DurableFiles;
import io.clairscore.pipelines.study.evaluation.Scores;
import io.clairscore.pipelines.training.ScoredClients;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Scores of a candidate as compressed CSV, every digit kept. */
record ScoreFile(Path path) {
  private static final String HEADER = "SK_ID_CURR,TARGET,fold,margin,probability";

  void write(Scores scores) throws IOException {
    StringBuilder lines = new StringBuilder(HEADER).append('\n');
    ScoredClients clients = scores.clients();
    for (int i = 0; i < clients.size(); i++) {
      lines
          .append(clients.client()[i])
          .append(',')
          .append(clients.target()[i])
          .append(',')
          .append(clients.fold()[i])
          .append(',')
          .append(clients.margin()[i])
          .append(',')
          .append(scores.probability()[i])
          .append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    DurableFiles.replace(path, packed.toByteArray());
  }

  Scores read() throws IOException {
    List<String[]> rows;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      rows = in.lines().skip(1).map(line -> line.split(",")).toList();
    }
    return new Scores(
        new ScoredClients(
            integers(rows, 0), integers(rows, 1), integers(rows, 2), doubles(rows, 3)),
        doubles(rows, 4));
  }

  private static int[] integers(List<String[]> rows, int column) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row[column])).toArray();
  }

  private static double[] doubles(List<String[]> rows, int column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
  }
}
