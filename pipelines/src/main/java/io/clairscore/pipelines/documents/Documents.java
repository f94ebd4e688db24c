package io.clairscore.pipelines.documents;

import io.clairscore.drift.page.Templates;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the documents of a run to {@code runs/<run>/documents/}: {@code carte-du-modele.md},
 * {@code model-card.en.md}, {@code note-methodologique.md}, {@code comparison.html}, {@code
 * comparison.en.html} and {@code figures/*.svg}. Every figure comes from the model bundle and the
 * run's evidence; a study and a drift report enter if the workspace has them. The same files give
 * the same documents.
 */
public final class Documents {

  private Documents() {}

  /**
   * Writes the documents, whole or not at all, in place of earlier ones.
   *
   * @param run identifier of a run that trained a model
   * @return the folder of the documents
   * @throws Refusal with MODEL if the run has no usable model, with DATA if its evidence is
   *     incomplete, damaged or that of another model
   */
  public static Path write(Workspace workspace, String run) {
    Account account = Account.of(TrainedRun.read(workspace, run));
    Map<String, String> files = files(account, Surroundings.of(workspace, run));
    Path folder = workspace.runs().resolve(run).resolve("documents");
    Path aside = folder.resolveSibling(".documents.writing");
    try {
      FolderSwap.remove(aside);
      for (Map.Entry<String, String> file : files.entrySet()) {
        DurableFiles.replace(
            aside.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      FolderSwap.replace(aside, folder);
    } catch (IOException e) {
      throw Refusal.notWritten(folder, e);
    }
    return folder;
  }

  /** Every document by its name. */
  private static Map<String, String> files(Account account, Surroundings around) {
    Templates templates = new Templates(Documents.class);
    Map<String, String> files = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      DocumentTexts texts = new DocumentTexts(language);
      Map<String, Picture> figures = new RunFigures(account, texts).all();
      Map<String, Object> view = new DocumentView(account, around, texts).of(figures, templates);
      if (language == Language.FRENCH) {
        files.put("carte-du-modele.md", templates.filled("carte-du-modele.ftl", view));
        files.put("note-methodologique.md", templates.filled("note-methodologique.ftl", view));
        figures.forEach((name, picture) -> files.put("figures/" + name + ".svg", picture.svg()));
      } else {
        files.put("model-card.en.md", templates.filled("model-card.en.ftl", view));
      }
      files.put(DocumentView.page(language), templates.filled("comparison.ftlh", view));
    }
    return files;
  }
}
