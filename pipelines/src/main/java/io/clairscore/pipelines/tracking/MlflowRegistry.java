package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The model registry of an MLflow server. */
record MlflowRegistry(MlflowServer server) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The version that a run's model is registered as; registered now if it is not. */
  String version(Event.Model model, ServerRun run) {
    create(model.name());
    Optional<String> known = known(model.name(), run.run());
    if (known.isPresent()) {
      return known.get();
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("name", model.name())
            .put("source", run.artifactUri() + "/" + model.path())
            .put("run_id", run.run());
    JsonNode made = server.post("model-versions/create", body);
    return made.at("/model_version/version").asText();
  }

  private void create(String name) {
    try {
      server.post("registered-models/create", JSON.createObjectNode().put("name", name));
    } catch (ServerRefused e) {
      if (!e.present()) {
        throw e;
      }
    }
  }

  /** The version of a run's model, if it is registered. */
  Optional<String> known(String name, String run) {
    JsonNode found =
        server.get(
            "model-versions/search",
            Map.of("filter", "name='" + name + "' and run_id='" + run + "'"));
    JsonNode version = found.path("model_versions").path(0).path("version");
    return version.isMissingNode() ? Optional.empty() : Optional.of(version.asText());
  }

  /** Lets an alias name a version, whatever it named before. */
  void alias(String name, String alias, String version) {
    server.post(
        "registered-models/alias",
        JSON.createObjectNode().put("name", name).put("alias", alias).put("version", version));
  }
}
