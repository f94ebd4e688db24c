package io.clairscore.service.api;

import io.clairscore.scorer.Level;
import io.clairscore.scorer.Manifest;
import io.clairscore.scorer.RiskRange;
import io.clairscore.scorer.Threshold;
import io.clairscore.service.access.Role;
import io.clairscore.service.decision.Simulations;
import io.clairscore.service.file.Forms;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Content;
import io.clairscore.service.http.Json;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.http.Reply;
import io.clairscore.service.http.Route;
import io.clairscore.service.model.ServedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The model as a whole: the pages that were published with it, its documents, the dictionary. */
public final class ModelRoutes {
  private static final String TAG = "model";
  private static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER, Role.ADMINISTRATOR);
  private static final String FIGURES = "figures/";
  private static final String HTML = "text/html; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.of(
          "md", "text/markdown; charset=utf-8",
          "html", HTML,
          "pdf", "application/pdf",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final ClientFiles files;
  private final PerModel<Content> forms;

  public ModelRoutes(ClientFiles files, PerModel<Simulations> simulations) {
    this.files = files;
    this.forms =
        new PerModel<>(
            model ->
                new Content(
                    Content.JSON,
                    Json.write(Forms.of(model, simulations.of(model)::isChangeable))));
  }

  /**
   * The model that answers.
   *
   * @param version published version
   * @param published when, ISO-8601 in UTC
   * @param run run that trained it
   * @param trained when, ISO-8601 in UTC
   * @param profile which inputs it may learn from
   * @param clients clients of the version
   * @param features features it reads
   * @param threshold where it begins to refuse, and what that choice weighed
   * @param thresholdPoints the same in points
   * @param levels the levels from the riskiest on
   * @param parts names of the pages
   * @param documents names of the documents
   */
  public record Served(
      String version,
      String published,
      String run,
      String trained,
      String profile,
      long clients,
      int features,
      Threshold threshold,
      int thresholdPoints,
      List<LevelRange> levels,
      List<String> parts,
      List<String> documents) {

    static Served of(ServedModel model) {
      Manifest manifest = model.manifest();
      return new Served(
          model.name(),
          model.version().created(),
          model.run(),
          manifest.created(),
          manifest.profile().key(),
          model.version().clients(),
          manifest.features().size(),
          manifest.threshold(),
          manifest.points().of(manifest.threshold().margin()),
          Arrays.stream(Level.values()).map(level -> LevelRange.of(level, manifest)).toList(),
          model.files().modelParts(),
          model.files().documents());
    }
  }

  /**
   * A level of risk.
   *
   * @param leastProbability calibrated probability from which on it is this level
   * @param mostProbability calibrated probability below which it is
   * @param refused whether its clients are refused
   */
  public record LevelRange(
      Level level, double leastProbability, double mostProbability, boolean refused) {

    static LevelRange of(Level level, Manifest manifest) {
      RiskRange range = RiskRange.of(level, manifest);
      boolean refused = level.compareTo(Level.SLIGHTLY_HIGH_RISK) <= 0;
      return new LevelRange(level, range.low(), range.high(), refused);
    }
  }

  public List<Route<?, ?>> routes() {
    return List.of(
        Route.get(TAG, "model", "/api/model", "The model that answers.")
            .access(READERS)
            .answering(Served.class, (exchange, nothing) -> Reply.of(Served.of(files.model()))),
        Route.get(TAG, "model-part", "/api/model/{part}", "A page about the model.")
            .access(READERS)
            .with(Parameter.path("part", "Name of the page, such as metrics."))
            .answering(Content.class, (exchange, nothing) -> part(exchange.path("part"))),
        Route.get(TAG, "model-document", "/api/model/documents/{name}", "A document of the model.")
            .access(READERS)
            .with(Parameter.path("name", "Name of the document."))
            .answers("*/*")
            .answering(Content.class, (exchange, nothing) -> document(exchange.path("name"))),
        Route.get(
                TAG,
                "model-figure",
                "/api/model/documents/figures/{name}",
                "A figure of a document.")
            .access(READERS)
            .with(Parameter.path("name", "Name of the figure."))
            .answers("*/*")
            .answering(
                Content.class, (exchange, nothing) -> document(FIGURES + exchange.path("name"))),
        Route.get(
                TAG,
                "features",
                "/api/features",
                "Every column, and every feature the model reads, with labels, units and ranges.")
            .access(READERS)
            .answering(Content.class, (exchange, nothing) -> Reply.of(forms.of(files.model()))));
  }

  private Reply<Content> part(String name) {
    ServedModel model = files.model();
    byte[] part =
        ServedModel.reading(() -> model.files().model(name))
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "what", "/api/model/…"));
    return Reply.of(new Content(Content.JSON, part));
  }

  private Reply<Content> document(String name) {
    ServedModel model = files.model();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    byte[] document =
        ServedModel.reading(() -> model.files().document(name))
            .filter(found -> type != null)
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "what", "/api/model/documents/…"));
    Reply<Content> reply = Reply.of(new Content(type, document));
    return type.equals(HTML)
        ? reply
            .with("Content-Security-Policy", PagePolicy.of(document))
            .with("X-Frame-Options", "SAMEORIGIN")
        : reply;
  }
}
