package io.clairscore.scorer;

import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
   * Writes the bundle, and returns it as a reader sees it.
   *
   * @param folder of which the parent exists, and which does not exist itself
   * @throws Refusal if the folder exists, or cannot be written; nothing is then left of it
   */
  public Bundle write(Path folder) {
    if (Files.exists(folder)) {
      throw BundleErrors.exists(folder);
    }
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".writing");
    try {
      FolderSwap.remove(aside);
      writeFiles(aside);
      Bundle bundle = Bundle.load(aside, manifest.catalogueHash());
      DurableFiles.move(aside, folder);
      return bundle;
    } catch (IOException e) {
      throw withoutTrace(aside, Refusal.notWritten(folder, e));
    } catch (RuntimeException e) {
      throw withoutTrace(aside, e);
    }
  }

  private void writeFiles(Path aside) throws IOException {
    Files.createDirectory(aside);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      DurableFiles.write(aside.resolve(file.getKey()), file.getValue());
    }
    DurableFiles.write(aside.resolve(Checksums.FILE), Checksums.of(files));
    DurableFiles.force(aside);
  }

  private static RuntimeException withoutTrace(Path aside, RuntimeException failure) {
    try {
      FolderSwap.remove(aside);
    } catch (IOException left) {
      failure.addSuppressed(left);
    }
    return failure;
  }
}
