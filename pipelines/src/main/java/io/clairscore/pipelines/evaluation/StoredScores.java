package io.clairscore.pipelines.evaluation;

import io.clairscore.features.files.DurableFiles;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Scores of labelled clients as a run keeps them: CSV with every digit, compressed where the file
 * ends in {@code .gz}. Columns are found by their names: {@code SK_ID_CURR}, {@code TARGET}, {@code
 * fold} (-1 for a client kept apart), {@code margin}, {@code probability}, and {@code decision}, 1
 * for a refusal, where clients were judged.
 *
 * @param path the file
 */
public record StoredScores(Path path) {
  private static final String SCORES = "SK_ID_CURR,TARGET,fold,margin,probability";
  private static final String DECISIONS = "SK_ID_CURR,TARGET,set,fold,margin,probability,decision";
  private static final String DECISION = "decision";

  /** Writes scores. */
  public void write(Scores scores) throws IOException {
    write(SCORES, scores, i -> "", i -> "");
  }

  /** Writes judged clients; beside the fold stands whether a client was kept apart, in words. */
  public void write(Decisions decisions) throws IOException {
    int[] fold = decisions.scores().clients().fold();
    write(
        DECISIONS,
        decisions.scores(),
        i -> fold[i] == ScoredClients.HOLD_OUT ? "holdout," : "train,",
        i -> decisions.refused()[i] ? ",1" : ",0");
  }

  private void write(
      String header, Scores scores, IntFunction<String> beforeFold, IntFunction<String> end)
      throws IOException {
    StringBuilder lines = new StringBuilder(header).append('\n');
    ScoredClients clients = scores.clients();
    for (int i = 0; i < clients.size(); i++) {
      lines
          .append(clients.client()[i])
          .append(',')
          .append(clients.target()[i])
          .append(',')
          .append(beforeFold.apply(i))
          .append(clients.fold()[i])
          .append(',')
          .append(clients.margin()[i])
          .append(',')
          .append(scores.probability()[i])
          .append(end.apply(i))
          .append('\n');
    }
    byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
    DurableFiles.replace(path, compressed() ? packed(text) : text);
  }

  private boolean compressed() {
    return path.toString().endsWith(".gz");
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text);
    }
    return packed.toByteArray();
  }

  /**
   * Reads scores.
   *
   * @throws IOException that says what of the file is wrong
   */
  public Scores read() throws IOException {
    return rows().scores();
  }

  /**
   * Reads judged clients.
   *
   * @throws IOException that says what of the file is wrong
   */
  public Decisions readDecisions() throws IOException {
    Rows rows = rows();
    Scores scores = rows.scores();
    boolean[] refused = new boolean[rows.cells().size()];
    int[] decision = rows.integers(DECISION);
    for (int i = 0; i < refused.length; i++) {
      refused[i] = decision[i] == 1;
    }
    return new Decisions(scores, refused);
  }

  private Rows rows() throws IOException {
    try (InputStream bytes = Files.newInputStream(path);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    compressed() ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
      String header = String.valueOf(in.readLine());
      List<String[]> cells = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        cells.add(line.split(",", -1));
      }
      return new Rows(header, cells);
    }
  }

  /** The cells of a file, a line each, below the names of their columns. */
  private record Rows(String header, List<String[]> cells) {

    Scores scores() throws IOException {
      return new Scores(
          new ScoredClients(
              integers("SK_ID_CURR"),
              integers("TARGET"),
              integers("fold"),
              column("margin", Double::parseDouble)),
          column("probability", Double::parseDouble));
    }

    int[] integers(String name) throws IOException {
      return DoubleStream.of(column(name, Integer::parseInt)).mapToInt(of -> (int) of).toArray();
    }

    private double[] column(String name, ToDoubleFunction<String> parsed) throws IOException {
      int at = List.of(header.split(",")).indexOf(name);
      if (at < 0) {
        throw new IOException("There is no column " + name + " in its first line.");
      }
      double[] values = new double[cells.size()];
      for (int i = 0; i < values.length; i++) {
        try {
          values[i] = parsed.applyAsDouble(cells.get(i)[at]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
          // Without its cause, which quotes the cell.
          throw new IOException("Line " + (i + 2) + " is no row of it.");
        }
      }
      return values;
    }
  }
}
