package io.clairscore.pipelines.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.explain.ExplainRequest;
import io.clairscore.pipelines.explain.ExplainStep;
import io.clairscore.pipelines.run.ExitCode;
import io.clairscore.scorer.advice.ClientExplanation;
import io.clairscore.scorer.explanation.Presentation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains one client's score in words. It only reads, so it may run beside another run. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains one client's decision, its reasons and what would change it, as an advisor would"
            + " tell them.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Options options;

  @Option(
      names = "--client",
      required = true,
      paramLabel = "ID",
      description = "The client's SK_ID_CURR.")
  private int client;

  @Option(
      names = "--language",
      paramLabel = "fr|en",
      converter = LanguageConverter.class,
      defaultValue = "fr",
      description = "Language of the explanation (default: ${DEFAULT-VALUE}).")
  private Language language;

  @Mixin private ModelOption model;

  @Option(names = "--json", description = "Prints a JSON document instead of text.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Application application = Application.of(options);
    ExplainRequest request = new ExplainRequest(model.folder(application), client);
    ClientExplanation explained = application.call("explain", job -> ExplainStep.run(job, request));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Presentation words = application.conf().presentation().presentation();
    out.print(json ? document(explained, words) : explained.text(language, words));
    return ExitCode.DONE.status();
  }

  private String document(ClientExplanation explained, Presentation words)
      throws JsonProcessingException {
    return new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(explained.json(language, words))
        + "\n";
  }
}
