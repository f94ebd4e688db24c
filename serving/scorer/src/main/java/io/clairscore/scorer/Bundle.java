package io.clairscore.scorer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.use.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model that may score: a folder of {@code bundle.json} (the {@link Manifest}), {@code
 * model.json} (the trees), {@code model.ubj} (the same for Python and MLflow), {@code golden.json}
 * (rows with their known scores and contributions), {@code reference.json} (the {@link Reference}),
 * other files, and {@code checksums.sha256} of all of them.
 */
public record Bundle(
    Manifest manifest, TreeEnsemble trees, List<GoldenRow> golden, Reference reference) {
  /** The file that holds the checksums of all others. */
  public static final String CHECKSUMS = Checksums.FILE;

  static final String MANIFEST = "bundle.json";
  static final String MODEL_JSON = "model.json";
  static final String MODEL_UBJ = "model.ubj";
  static final String GOLDEN = "golden.json";
  static final String REFERENCE = "reference.json";
  private static final String PROFILE = "profile";
  static final List<String> OWN_FILES = List.of(MANIFEST, MODEL_JSON, MODEL_UBJ, GOLDEN, REFERENCE);

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  public Bundle {
    golden = List.copyOf(golden);
  }

  /**
   * Opens a bundle, and proves that it scores as it was trained.
   *
   * @param expectedCatalogueHash hash of the catalogue that will compute the vectors
   * @throws Refusal if a file is missing, damaged, changed or of another version, if the bundle was
   *     trained on another catalogue, or if a golden row scores otherwise
   */
  public static Bundle load(Path folder, String expectedCatalogueHash) {
    Map<String, byte[]> files = Checksums.read(folder);
    if (!files.containsKey(MANIFEST)) {
      throw BundleErrors.missingFile(MANIFEST);
    }
    // Before the other files: a bundle of another layout may lack some of them.
    Manifest manifest = manifest(files.get(MANIFEST));
    for (String name : OWN_FILES) {
      if (!files.containsKey(name)) {
        throw BundleErrors.missingFile(name);
      }
    }
    if (!manifest.catalogueHash().equals(expectedCatalogueHash)) {
      throw BundleErrors.catalogue(manifest.catalogueHash(), expectedCatalogueHash);
    }
    return assembled(
        manifest, files.get(MODEL_JSON), golden(files), parsed(REFERENCE, files, Reference.class));
  }

  /** The bundle of these parts, if they fit each other. */
  static Bundle assembled(
      Manifest manifest, byte[] modelJson, List<GoldenRow> golden, Reference reference) {
    if (!(manifest.xgboostVersion() + ".").startsWith(ModelReader.VERSION + ".")) {
      throw BundleErrors.xgboostVersion(manifest.xgboostVersion());
    }
    TreeEnsemble trees = TreeEnsemble.read(modelJson);
    if (trees.featureCount() != manifest.features().size()) {
      throw ModelErrors.featureCount(trees.featureCount(), manifest.features().size());
    }
    List<String> names = trees.featureNames();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(manifest.features().get(i))) {
        throw ModelErrors.featureName(i, names.get(i), manifest.features().get(i));
      }
    }
    if (!reference.names().equals(manifest.features())) {
      throw BundleErrors.otherReference();
    }
    return new Bundle(
        manifest, GoldenRows.confirm(trees, manifest.calibration(), golden), golden, reference);
  }

  private static Manifest manifest(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      JsonNode format = tree.path("formatVersion");
      // Looked at first: another layout would fail on some field, and hide the reason.
      if (!format.isInt() || format.intValue() != Manifest.FORMAT_VERSION) {
        throw BundleErrors.formatVersion(format.isMissingNode() ? "absent" : format.toString());
      }
      if (!tree.has(PROFILE)) {
        // Before there were profiles, every model learned from everything.
        ((ObjectNode) tree).put(PROFILE, Profile.FULL.key());
      }
      return MAPPER.treeToValue(tree, Manifest.class);
    } catch (IOException e) {
      throw BundleErrors.unreadable(MANIFEST, e);
    }
  }

  private static List<GoldenRow> golden(Map<String, byte[]> files) {
    try {
      return parsed(GOLDEN, files, GoldenRows.class).toList();
    } catch (IllegalArgumentException e) {
      throw BundleErrors.unreadable(GOLDEN, e);
    }
  }

  private static <T> T parsed(String file, Map<String, byte[]> files, Class<T> type) {
    try {
      return MAPPER.readValue(files.get(file), type);
    } catch (IOException e) {
      throw BundleErrors.unreadable(file, e);
    }
  }
}
