package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.Account;
import io.clairscore.pipelines.evaluation.Decisions;
import io.clairscore.pipelines.evaluation.ScoredClients;
import io.clairscore.pipelines.study.Fairness;
import io.clairscore.pipelines.study.results.ChosenModel;
import io.clairscore.pipelines.training.ClientGroups;
import io.clairscore.pipelines.training.TrainReport;
import io.clairscore.scorer.pages.FairnessPage;
import io.clairscore.scorer.pages.PagePart;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decisions of the served model by gender and age.
 *
 * @param groups of the labelled clients; empty where the workspace has no applications
 */
record ServedFairness(DescribedModel model, ClientGroups groups) {

  /** Whether anything was or can be measured. */
  boolean known() {
    return !ratios().isEmpty() || (groups.client().length > 0 && model.account().isPresent());
  }

  FairnessPage page() {
    return new FairnessPage(
        ClientGroups.FEWEST,
        groups.client().length == 0
            ? List.of()
            : model.account().map(this::measured).orElseGet(List::of),
        ratios());
  }

  private List<FairnessPage.Ratio> ratios() {
    Map<String, Double> ratios = model.report().map(TrainReport::approvalRatios).orElseGet(Map::of);
    return (ratios == null ? Map.<String, Double>of() : ratios)
        .entrySet().stream()
            .sorted(Comparator.comparing(row -> order(row.getKey())))
            .map(
                row ->
                    new FairnessPage.Ratio(
                        ClientGroups.attribute(row.getKey()),
                        row.getKey(),
                        PageTexts.ofStudy(row.getKey()),
                        row.getValue()))
            .toList();
  }

  private List<FairnessPage.Group> measured(Account account) {
    Decisions all = account.run().decided();
    Map<String, Decisions> parts = new LinkedHashMap<>();
    parts.put(PagePart.OUT_OF_FOLD.name(), all.where(fold -> fold != ScoredClients.HOLD_OUT));
    parts.put(PagePart.HOLD_OUT.name(), all.where(fold -> fold == ScoredClients.HOLD_OUT));
    return new Fairness(groups, account.costs())
        .of(parts).stream()
            .sorted(
                Comparator.comparing(
                        (ChosenModel.GroupResult of) -> PagePart.valueOf(of.candidate()))
                    .thenComparing(of -> order(of.group())))
            .map(of -> group(of, approvalRatios(parts.get(of.candidate()))))
            .toList();
  }

  private Map<String, Double> approvalRatios(Decisions decisions) {
    return groups.approvalRatios(decisions.scores().clients().client(), decisions.refused());
  }

  private static FairnessPage.Group group(ChosenModel.GroupResult of, Map<String, Double> ratios) {
    return new FairnessPage.Group(
        PagePart.valueOf(of.candidate()),
        ClientGroups.attribute(of.group()),
        of.group(),
        PageTexts.ofStudy(of.group()),
        of.clients(),
        Finite.interval(of.approved()),
        ratios.get(of.group()),
        Finite.interval(of.recall()),
        Finite.interval(of.goodRefused()),
        of.predicted(),
        of.defaulted(),
        of.cost());
  }

  /** The youngest first, and those of whom nothing is known last. */
  private static String order(String group) {
    return group.replace("below", "0").replace("unknown", "~").replace("XNA", "~");
  }
}
