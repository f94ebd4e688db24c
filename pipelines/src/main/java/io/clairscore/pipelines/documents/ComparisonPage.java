package io.clairscore.pipelines.documents;

import io.clairscore.features.text.Language;
import io.clairscore.pipelines.chart.Picture;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Place;
import io.clairscore.pipelines.evaluation.ThresholdCurve;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page on which a reviewer moves the threshold: one file that asks for nothing from outside.
 * Without its script it shows the served threshold and the same counts at other thresholds as
 * tables.
 */
record ComparisonPage(Account account, Surroundings around, DocumentTexts texts, Numbers numbers) {
  private static final String SERVED = "served";

  /** Slots of the template that a text of the page fills begin with it. */
  private static final String TEXT = "t_";

  /** File name of the page in a language; French has the plain name. */
  static String name(Language language) {
    return language == Language.FRENCH
        ? "comparison.html"
        : "comparison." + language.code() + ".html";
  }

  String html(Map<String, Picture> figures) {
    Map<String, String> slots = new HashMap<>();
    Facts.of(account, texts, numbers).forEach((name, text) -> slots.put(name, Html.escaped(text)));
    RunGrids grids = new RunGrids(account, texts, numbers);
    Language other = texts.french() ? Language.ENGLISH : Language.FRENCH;
    slots.put("lang", texts.language().code());
    slots.put("otherLang", other.code());
    slots.put("otherPage", name(other));
    slots.put("style", Template.read("comparison.css"));
    slots.put("script", Template.read("comparison.js"));
    slots.put("data", Html.inScript(data()));
    slots.put("options", options());
    slots.put("position", Html.escaped(position()));
    slots.put("holdOutMatrix", matrix(Part.HOLD_OUT));
    slots.put("trainingMatrix", matrix(Part.TRAINING));
    slots.put("holdOutTable", grids.places(Part.HOLD_OUT).html());
    slots.put("trainingTable", grids.places(Part.TRAINING).html());
    slots.put("candidates", candidates());
    slots.put(
        "figures",
        figures.values().stream().map(ComparisonPage::figure).collect(Collectors.joining()));
    return Template.fill(withTexts(), slots);
  }

  /** The template with its texts, whose own slots are still open. */
  private String withTexts() {
    Map<String, String> slots = new HashMap<>();
    String template = Template.read("comparison.html");
    for (String key : Template.slots(template)) {
      slots.put(
          key,
          key.startsWith(TEXT)
              ? Html.escaped(texts.pattern("page." + key.substring(TEXT.length())))
              : "{" + key + "}");
    }
    return Template.fill(template, slots);
  }

  private Map<String, ThresholdCurve> curves() {
    Map<String, ThresholdCurve> curves = new LinkedHashMap<>();
    curves.put(SERVED, account.curve());
    curves.putAll(around.candidates());
    return curves;
  }

  private String label(String model) {
    return model.equals(SERVED)
        ? texts.say("page.servedModel", "run", account.run().manifest().training().runId())
        : texts.say("page.candidate", "name", texts.ofStudy(model));
  }

  private String options() {
    return curves().keySet().stream()
        .map(model -> "<option>" + Html.escaped(label(model)) + "</option>")
        .collect(Collectors.joining());
  }

  private String data() {
    PageData data = new PageData(account.costs(), texts);
    curves()
        .forEach(
            (model, curve) ->
                data.model(
                    curve,
                    model.equals(SERVED)
                        ? account.grid()
                        : curve.grid(Arrays.stream(new double[0])),
                    model.equals(SERVED)
                        ? account.place(ComparedThreshold.SERVED)
                        : curve.cheapest(account.costs())));
    return data.json();
  }

  private String position() {
    Place served = account.place(ComparedThreshold.SERVED);
    return texts.say(
        "page.position",
        "probability",
        numbers.rate(served.probability()),
        "training",
        numbers.rate(served.training().cost(account.costs())),
        "holdOut",
        numbers.rate(served.holdOut().cost(account.costs())));
  }

  private String matrix(Part part) {
    Confusion confusion = part.of(account.place(ComparedThreshold.SERVED));
    Map<String, String> slots = new HashMap<>();
    slots.put("id", part.id());
    slots.put("caption", Html.escaped(texts.say("page.matrix." + part.id())));
    for (String word :
        new String[] {
          "refused", "accepted", "bad", "good", "cost", "refusalRate", "recall", "accuracy"
        }) {
      slots.put(word, Html.escaped(texts.say("page.matrix." + word)));
    }
    slots.put("tp", numbers.count(confusion.truePositives()));
    slots.put("fn", numbers.count(confusion.falseNegatives()));
    slots.put("fp", numbers.count(confusion.falsePositives()));
    slots.put("tn", numbers.count(confusion.trueNegatives()));
    slots.put("costValue", numbers.rate(confusion.cost(account.costs())));
    slots.put("refusalRateValue", numbers.percent(confusion.refusalRate()));
    slots.put("recallValue", numbers.percent(confusion.recall()));
    slots.put("accuracyValue", numbers.percent(confusion.accuracy()));
    return Template.fill(Template.read("matrix.html"), slots);
  }

  private String candidates() {
    return around
        .study()
        .flatMap(study -> study.grid("ladder", texts))
        .map(grid -> paragraph(around.introduction("study", texts)) + grid.html())
        .orElseGet(() -> paragraph(texts.say("study.none")));
  }

  private static String paragraph(String text) {
    return "<p>" + Html.escaped(text) + "</p>\n";
  }

  private static String figure(Picture picture) {
    return "<figure>\n<figcaption><strong>"
        + Html.escaped(picture.title())
        + "</strong></figcaption>\n"
        + picture.svg()
        + paragraph(picture.description())
        + "</figure>\n";
  }
}
