package io.clairscore.pipelines.ingest;

import io.clairscore.features.files.Sha256;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.schema.Table;
import io.clairscore.pipelines.csv.CsvErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a load, their headers checked.
 *
 * @param folder where they are
 * @param files the files found, in the order of their tables
 * @param absent published names without a file
 */
record DataFolder(Path folder, List<SourceFile> files, List<String> absent) {

  DataFolder {
    files = List.copyOf(files);
    absent = List.copyOf(absent);
  }

  /**
   * Finds the files of a folder in Kaggle's layout.
   *
   * @throws Refusal if the folder or a file cannot be used
   */
  static DataFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw IngestErrors.noFolder(folder);
    }
    List<SourceFile> files = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Table table : Table.values()) {
      for (String name : table.files()) {
        Path path = find(folder, name);
        if (path == null) {
          absent.add(name);
        } else {
          files.add(
              new SourceFile(
                  table, name, path.toString(), size(path), Header.order(table, name, path)));
        }
      }
    }
    if (files.stream().noneMatch(file -> file.table() == Table.APPLICATION)) {
      throw IngestErrors.noApplications(folder);
    }
    return new DataFolder(folder, files, absent);
  }

  List<SourceFile> files(Table table) {
    return files.stream().filter(file -> file.table() == table).toList();
  }

  /** Names and content of all files as one number: other content, other fingerprint. */
  String fingerprint() {
    Sha256 all = new Sha256();
    files.parallelStream()
        .map(file -> file.name() + " " + file.bytes() + " " + sha256(Path.of(file.path())) + "\n")
        .toList()
        .forEach(line -> all.add(line.getBytes(StandardCharsets.UTF_8)));
    return all.hex();
  }

  private static Path find(Path folder, String name) {
    Path plain = folder.resolve(name + ".csv");
    Path compressed = folder.resolve(name + ".csv.gz");
    if (Files.exists(plain) && Files.exists(compressed)) {
      throw IngestErrors.twoForms(plain, compressed);
    }
    return Files.exists(plain) ? plain : Files.exists(compressed) ? compressed : null;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw CsvErrors.unreadable(file, e);
    }
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(Files.newInputStream(file));
    } catch (IOException e) {
      throw CsvErrors.unreadable(file, e);
    }
  }
}
