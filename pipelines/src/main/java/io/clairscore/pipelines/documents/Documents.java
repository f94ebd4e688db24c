package io.clairscore.pipelines.documents;

import io.clairscore.drift.page.Templates;
import io.clairscore.features.files.DurableFiles;
import io.clairscore.features.files.FolderSwap;
import io.clairscore.features.refusal.Refusal;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.TrainedRun;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.conf.DocumentsConf;
import io.clairscore.pipelines.run.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the documents of a run to {@code runs/<run>/documents/}: {@code carte-du-modele}, {@code
 * model-card.en} and {@code note-methodologique}, each as Markdown, page and PDF, {@code
 * comparison.html}, {@code comparison.en.html} and {@code figures/*.svg}. Every figure comes from
 * the model bundle and the run's evidence; a study and a drift report enter if the workspace has
 * them. The same files give the same documents.
 */
public final class Documents {

  private Documents() {}

  /**
   * Writes the documents, whole or not at all, in place of earlier ones.
   *
   * @param run identifier of a run that trained a model
   * @param conf what no file of the run knows
   * @return the folder of the documents
   * @throws Refusal with MODEL if the run has no usable model, with DATA if its evidence is
   *     incomplete, damaged or that of another model
   */
  public static Path write(Workspace workspace, String run, DocumentsConf conf) {
    Map<String, byte[]> files = files(workspace, Account.of(TrainedRun.read(workspace, run)), conf);
    Path folder = workspace.runs().resolve(run).resolve("documents");
    Path aside = folder.resolveSibling(".documents.writing");
    try {
      FolderSwap.remove(aside);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        DurableFiles.replace(aside.resolve(file.getKey()), file.getValue());
      }
      FolderSwap.replace(aside, folder);
    } catch (IOException e) {
      throw Refusal.notWritten(folder, e);
    }
    return folder;
  }

  /**
   * Every document of a run by its name, written nowhere.
   *
   * @param account what its training left
   * @param conf what no file of the run knows
   */
  public static Map<String, byte[]> files(
      Workspace workspace, Account account, DocumentsConf conf) {
    String run = account.run().manifest().training().runId();
    return files(account, Surroundings.of(workspace, run), conf);
  }

  private static Map<String, byte[]> files(
      Account account, Surroundings around, DocumentsConf conf) {
    Templates templates = new Templates(Documents.class);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      DocumentTexts texts = new DocumentTexts(language);
      Map<String, Picture> figures = new RunFigures(account, texts).all();
      Map<String, Object> view =
          new DocumentView(account, around, conf, texts).of(figures, templates);
      Papers papers = new Papers(account.run().manifest(), texts, figures, files);
      if (language == Language.FRENCH) {
        papers.add(
            "note-methodologique", Papers.NOTE, templates.filled("note-methodologique.ftl", view));
        papers.add("carte-du-modele", Papers.CARD, templates.filled("carte-du-modele.ftl", view));
        figures.forEach((name, of) -> files.put("figures/" + name + ".svg", bytes(of.svg())));
      } else {
        papers.add("model-card.en", Papers.CARD, templates.filled("model-card.en.ftl", view));
      }
      String page = templates.filled("comparison.ftlh", view);
      files.put(DocumentView.page(language), bytes(page));
    }
    return files;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
