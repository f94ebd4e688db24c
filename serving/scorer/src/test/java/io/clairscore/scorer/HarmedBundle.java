package io.clairscore.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small bundle on disk, to be harmed, and what its reader says of the harm. */
abstract class HarmedBundle {
  @TempDir protected Path parent;
  protected Path folder;

  @BeforeEach
  void writeABundle() throws IOException {
    folder = parent.resolve("v1");
    BundleParts.small().write(folder);
    Files.write(folder.resolve("more.json"), new byte[] {'1'});
    sign();
  }

  protected void assertRefusal(String problem, String reason) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Bundle.load(folder, BundleParts.CATALOGUE));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.problem()).isNotBlank().contains(problem);
    assertThat(refusal.reason()).isNotBlank().contains(reason);
    assertThat(refusal.remedy()).isNotBlank();
  }

  protected void rewrite(String file, Consumer<ObjectNode> harm) throws IOException {
    Path path = folder.resolve(file);
    ObjectNode document = (ObjectNode) Bundle.MAPPER.readTree(path.toFile());
    harm.accept(document);
    Bundle.MAPPER.writeValue(path.toFile(), document);
    sign();
  }

  /** Makes the checksums right again, as whoever tampers with care would. */
  protected void sign() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    files.remove(Checksums.FILE);
    Files.write(folder.resolve(Checksums.FILE), Checksums.of(files));
  }
}
