package io.clairscore.pipelines.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.drift.page.Templates;
import io.clairscore.features.text.Language;
import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.account.ComparedThreshold;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.conf.DocumentsConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import io.clairscore.pipelines.grid.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What the templates of a run's documents say in one language, as texts.
 *
 * @param account the run
 * @param around what the workspace holds beside it
 * @param conf what no file of the run knows
 * @param texts words of the language
 */
record DocumentView(Account account, Surroundings around, DocumentsConf conf, DocumentTexts texts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** File name of the page on which a reviewer moves the threshold; French has the plain name. */
  static String page(Language language) {
    return language == Language.FRENCH
        ? "comparison.html"
        : "comparison." + language.code() + ".html";
  }

  /** Every text by its name in the templates. */
  Map<String, Object> of(Map<String, Picture> figures, Templates templates) {
    Map<String, String> facts = Facts.of(account, texts);
    Language other = texts.french() ? Language.ENGLISH : Language.FRENCH;
    Map<String, Object> view = new LinkedHashMap<>(facts);
    view.put("t", texts.all(facts));
    view.put("warnings", warnings());
    view.put("owner", conf.owner().text().in(texts.language()));
    view.put("licence", conf.licence().text().in(texts.language()));
    view.put("dataSentence", texts.say(around.generated() ? "data.synthetic" : "data.real"));
    view.put("grids", grids());
    view.put("candidatePoints", candidatePoints());
    view.put("compactSizes", some(new RunGrids(account, texts).compactSizes()));
    view.put("keyMetrics", keyMetrics());
    view.put("searchSentence", around.search(candidates(), texts));
    view.put("figures", figures);
    view.put("drift", around.drift().section(around.run(), texts));
    view.put("driftSentence", around.drift().sentence(texts));
    view.put("imbalance", around.imbalance(texts));
    view.put("study", around.models(texts));
    view.put("candidates", around.candidates(texts));
    view.put("zones", around.zones(texts));
    view.put("fairness", around.fairness(account.run().report().approvalRatios(), texts));
    view.put("language", texts.language().code());
    view.put("otherLanguage", other.code());
    view.put("otherPage", page(other));
    view.put("style", templates.resource("comparison.css"));
    view.put("script", templates.resource("comparison.js"));
    view.put("data", data());
    view.put("models", models());
    view.put("position", position());
    view.put("matrices", Arrays.stream(Part.values()).map(this::matrix).toList());
    return view;
  }

  private Map<String, Grid> grids() {
    Map<String, Grid> grids = new LinkedHashMap<>(new RunGrids(account, texts).all());
    grids.put("models", new ComparedModels(account, around.study(), texts).grid());
    return grids;
  }

  /** What a reader must know first. */
  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (around.generated()) {
      warnings.add(texts.say("warning.synthetic"));
    }
    if (!Inputs.of(account.run().manifest()).mayAllBeTold()) {
      warnings.add(texts.say("warning.profile"));
    }
    warnings.addAll(account.run().report().warnings());
    return warnings;
  }

  /** A table, if it has a row. */
  private static List<Grid> some(Grid table) {
    return table.rows().isEmpty() ? List.of() : List.of(table);
  }

  private int candidates() {
    return account.run().report().choice().candidates().size();
  }

  /** Where the models of a study fill the page, a sentence alone tells these. */
  private List<Grid> keyMetrics() {
    return around.study().isPresent()
        ? List.of()
        : List.of(new RunGrids(account, texts).keyMetrics());
  }

  /** The points of the grid, where there is more than one. */
  private List<Grid> candidatePoints() {
    return candidates() == 1 ? List.of() : List.of(new RunGrids(account, texts).candidates());
  }

  /** The served model, and the candidates of a study, in the order of their curves. */
  private List<String> models() {
    List<String> models = new ArrayList<>();
    models.add(texts.say("page.servedModel", "run", account.run().manifest().training().runId()));
    for (String candidate : around.candidates().keySet()) {
      models.add(texts.say("page.candidate", "name", texts.ofStudy().word(candidate)));
    }
    return models;
  }

  /** The curves as the script of the page reads them. */
  private String data() {
    List<PageData.Model> models = new ArrayList<>();
    models.add(
        PageData.Model.of(
            account.curve(), account.grid(), account.place(ComparedThreshold.SERVED)));
    for (ThresholdCurve curve : around.candidates().values()) {
      models.add(
          PageData.Model.of(
              curve, curve.grid(DoubleStream.empty()), curve.cheapest(account.costs())));
    }
    try {
      return Templates.safeInScript(
          JSON.writeValueAsString(PageData.of(account.costs(), texts, models)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Numbers cannot be written as JSON", e);
    }
  }

  private String position() {
    Place served = account.place(ComparedThreshold.SERVED);
    return texts.say(
        "page.position",
        "probability",
        texts.rate(served.probability()),
        "training",
        texts.rate(served.training().cost(account.costs())),
        "holdOut",
        texts.rate(served.holdOut().cost(account.costs())));
  }

  /** The served threshold's counts and rates on one part, by their names in the page. */
  private Map<String, String> matrix(Part part) {
    Confusion confusion = part.of(account.place(ComparedThreshold.SERVED));
    return Map.of(
        "id",
        part.id(),
        "tp",
        texts.count(confusion.truePositives()),
        "fn",
        texts.count(confusion.falseNegatives()),
        "fp",
        texts.count(confusion.falsePositives()),
        "tn",
        texts.count(confusion.trueNegatives()),
        "cost",
        texts.rate(confusion.cost(account.costs())),
        "refusalRate",
        texts.percent(confusion.refusalRate()),
        "recall",
        texts.percent(confusion.recall()),
        "accuracy",
        texts.percent(confusion.accuracy()));
  }
}
