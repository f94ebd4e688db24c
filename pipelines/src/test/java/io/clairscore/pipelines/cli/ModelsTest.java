package io.clairscore.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.pipelines.conf.ConfigurationReader;
import io.clairscore.pipelines.run.Progress;
import io.clairscore.pipelines.run.Workspace;
import io.clairscore.scorer.registry.Aliases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model a command takes that names none. */
class ModelsTest {
  @TempDir Path root;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private Application application;

  @BeforeEach
  void open() {
    application =
        new Application(
            new Workspace(root),
            ConfigurationReader.read(null, Map.of(), List.of()),
            "run",
            new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), false));
  }

  private Path models() {
    return application.workspace().models();
  }

  private void bundle(String run, String created) throws IOException {
    Path file = Files.createDirectories(models().resolve(run)).resolve("bundle.json");
    Files.writeString(file, "{\"created\": \"" + created + "\"}");
  }

  private void aliases(Aliases aliases) {
    aliases.write(models());
  }

  private String followed(String named) {
    told.reset();
    return Models.followed(application, named).getFileName()
        + told.toString(StandardCharsets.UTF_8).strip().replaceFirst("^\\S+ +", ": ");
  }

  @Test
  void theNamedOneElseTheChampionElseTheOneTrainedLast() throws IOException {
    bundle("first", "2026-01-01T00:00:00Z");
    bundle("second", "2026-01-02T00:00:00Z");
    aliases(Aliases.read(models()).trained("first").trained("second"));
    assertThat(followed(null))
        .isEqualTo("second: model second: trained last, as no model was promoted");

    aliases(Aliases.read(models()).promoted("first"));
    assertThat(followed(null)).isEqualTo("first: model first: the champion");
    assertThat(Models.champion(application)).contains(models().resolve("first"));
    assertThat(followed("second")).isEqualTo("second: model second: as named");

    aliases(Aliases.read(models()).promoted("second").rolledBack());
    assertThat(followed(null)).isEqualTo("first: model first: the champion");
  }

  @Test
  void theTrainingThatEndedLastIsTheLastWhateverTheFilesSay() throws IOException {
    bundle("old", "2026-01-01T00:00:00Z");
    bundle("new", "2026-01-02T00:00:00Z");
    bundle("damaged", "2026-01-03T00:00:00Z");
    Files.writeString(models().resolve("damaged/bundle.json"), "{");
    bundle(".new.writing", "2026-01-04T00:00:00Z");
    Files.setLastModifiedTime(
        models().resolve("old/bundle.json"), FileTime.from(Instant.now().plusSeconds(9)));
    assertThat(Models.folder(application.workspace(), null)).isEqualTo(models().resolve("new"));

    aliases(Aliases.read(models()).trained("new").trained("old"));
    assertThat(Models.folder(application.workspace(), null)).isEqualTo(models().resolve("old"));
    aliases(Aliases.read(models()).trained("gone"));
    assertThat(Models.folder(application.workspace(), null)).isEqualTo(models().resolve("new"));
  }

  @Test
  void whatDoesNotExistIsNotReplacedByAnother() throws IOException {
    refused("There is no model.", null);
    assertThat(Models.followedIfAny(application, null)).isEmpty();
    bundle("here", "2026-01-01T00:00:00Z");
    refused("There is no model elsewhere.", "elsewhere");
    aliases(Aliases.read(models()).promoted("gone"));
    refused("There is no model gone.", null);
  }

  private void refused(String problem, String named) {
    assertThatThrownBy(() -> Models.followed(application, named))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
