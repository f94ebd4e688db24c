package io.clairscore.scorer;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a bundle: all of it, or nothing. The files are written to a hidden folder beside the
 * target, forced to disk, read back as any reader would, and only then renamed; a writer that was
 * killed leaves at most that hidden folder, which the next one for the same target removes.
 */
public final class BundleWriter {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Manifest manifest;

  /**
   * A bundle of these parts.
   *
   * @param golden at least one row, with the margins and contributions XGBoost itself gave
   * @param reference the clients to compare with
   * @param modelJson the model as XGBoost's JSON
   * @param modelUbj the same model as XGBoost's UBJSON
   * @throws Refusal if the parts do not fit each other
   */
  public BundleWriter(
      Manifest manifest,
      List<GoldenRow> golden,
      Reference reference,
      byte[] modelJson,
      byte[] modelUbj)
      throws IOException {
    Bundle.assembled(manifest, modelJson, golden, reference);
    this.manifest = manifest;
    files.put(Bundle.MANIFEST, Bundle.MAPPER.writeValueAsBytes(manifest));
    files.put(
        Bundle.GOLDEN,
        Bundle.MAPPER.writeValueAsBytes(GoldenRows.of(manifest.xgboostVersion(), golden)));
    files.put(Bundle.REFERENCE, Bundle.MAPPER.writeValueAsBytes(reference));
    files.put(Bundle.MODEL_JSON, modelJson.clone());
    files.put(Bundle.MODEL_UBJ, modelUbj.clone());
  }

  /**
   * Adds a file of the caller's own, such as reference profiles.
   *
   * @throws Refusal if the name is taken or not a plain file name
   */
  public BundleWriter attach(String name, byte[] content) {
    if (!Checksums.FILE_NAME.matcher(name).matches()
        || name.equals(Checksums.FILE)
        || files.containsKey(name)) {
      throw BundleErrors.fileName(name);
    }
    files.put(name, content.clone());
    return this;
  }

  /**
   * Writes the bundle, and returns it as a reader sees it.
   *
   * @param folder of which the parent exists, and which does not exist itself
   * @throws Refusal if the folder exists
   * @throws IOException if it cannot be written; nothing is then left of it
   */
  public Bundle write(Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw BundleErrors.exists(folder);
    }
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".writing");
    try {
      remove(aside);
      writeFiles(aside);
      Bundle bundle = Bundle.load(aside, manifest.catalogueHash());
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      force(folder.toAbsolutePath().getParent());
      return bundle;
    } catch (IOException e) {
      IOException failure = BundleErrors.notWritten(folder, e);
      removeAfter(failure, aside);
      throw failure;
    } catch (RuntimeException e) {
      removeAfter(e, aside);
      throw e;
    }
  }

  private void writeFiles(Path aside) throws IOException {
    Files.createDirectory(aside);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writeThrough(aside.resolve(file.getKey()), file.getValue());
    }
    writeThrough(aside.resolve(Checksums.FILE), Checksums.of(files));
    force(aside);
  }

  private static void removeAfter(Exception failure, Path aside) {
    try {
      remove(aside);
    } catch (IOException left) {
      failure.addSuppressed(left);
    }
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer remaining = ByteBuffer.wrap(content);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable, as {@code fsync} of a directory does on Linux. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void remove(Path aside) throws IOException {
    if (!Files.exists(aside)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> found = Files.list(aside)) {
      paths = found.toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
    Files.delete(aside);
  }
}
