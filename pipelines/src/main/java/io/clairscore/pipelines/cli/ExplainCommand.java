package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clairscore.features.schema.Language;
import io.clairscore.pipelines.explain.ExplainStep;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.scorer.explanation.Explanation;
import io.clairscore.scorer.explanation.ExplanationJson;
import io.clairscore.scorer.explanation.Narration;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains one client's score in words. It only reads, so it may run beside another run. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains one client's decision and its reasons, as an advisor would tell them.")
final class ExplainCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Options options;

  @Spec private CommandSpec spec;

  @Option(
      names = "--client",
      required = true,
      paramLabel = "ID",
      description = "The client's SK_ID_CURR.")
  private int client;

  @Option(
      names = "--language",
      paramLabel = "fr|en",
      defaultValue = "fr",
      description = "Language of the explanation (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(
      names = "--model",
      paramLabel = "RUN",
      description = "Run that trained the model (default: the model trained last).")
  private String model;

  @Option(names = "--json", description = "Prints a JSON document instead of text.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Narration narration = Narration.in(language());
    Application application = Application.of(options);
    Path bundle = Models.folder(application.workspace(), model);
    Explanation explanation =
        application.call("explain", job -> ExplainStep.run(job, bundle, client));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(json ? document(explanation, narration) : narration.tell(explanation).text());
    return ExitCode.DONE.status();
  }

  private Language language() {
    try {
      return Language.of(language);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--language: " + e.getMessage());
    }
  }

  private String document(Explanation explanation, Narration narration)
      throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode().put("client", client);
    document.setAll(ExplanationJson.write(explanation, narration));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }
}
