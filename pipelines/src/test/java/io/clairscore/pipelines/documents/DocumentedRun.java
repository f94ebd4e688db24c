package io.clairscore.pipelines.documents;

import io.clairscore.pipelines.training.SyntheticClients;
import io.clairscore.pipelines.training.TrainedOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small model that the real code trained, and its documents. */
abstract class DocumentedRun extends TrainedOnce {
  Path documents;

  @Override
  protected void trained() {
    documents = write(RUN);
  }

  Path write(String run) {
    return Documents.write(workspace, run, SyntheticClients.configuration().documents());
  }

  String read(String name) throws IOException {
    return Files.readString(documents.resolve(name));
  }
}
