package io.clairscore.pipelines.modelpages;

import io.clairscore.pipelines.account.FoundStudy;
import io.clairscore.pipelines.conf.BusinessConf;
import io.clairscore.pipelines.evaluation.Confusion;
import io.clairscore.pipelines.evaluation.Judged;
import io.clairscore.pipelines.evaluation.Metric;
import io.clairscore.pipelines.study.StudyArchive;
import io.clairscore.pipelines.study.results.CandidateResult;
import io.clairscore.pipelines.study.results.SearchResult;
import io.clairscore.scorer.pages.CandidatesPage;
import io.clairscore.scorer.pages.CandidatesPage.Family;
import io.clairscore.scorer.pages.ClassificationReport;
import io.clairscore.scorer.pages.PagePart;
import io.clairscore.scorer.pages.PageWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every candidate of a study, by its settings.
 *
 * @param study what it found
 * @param archive what it kept
 * @param model run that trained the served model
 * @param served costs of the served model, at which a study without any was judged
 */
record StudyCandidates(FoundStudy study, StudyArchive archive, String model, BusinessConf served) {

  CandidatesPage page() {
    return new CandidatesPage(
        study.run(),
        study.run().equals(model),
        study.results().chosen() == null ? null : study.results().chosen().candidate(),
        Stream.of(
                of(Family.MODEL, study.results().models().candidates()),
                of(Family.TREATMENT, study.results().treatments().candidates()),
                searched())
            .flatMap(List::stream)
            .toList());
  }

  /** Each has its scores read and its thresholds fitted again. */
  private List<CandidatesPage.Candidate> searched() {
    SearchResult search = study.results().search();
    return search == null ? List.of() : search.points().parallelStream().map(this::point).toList();
  }

  private BusinessConf costs() {
    return archive.costs().orElse(served);
  }

  private List<CandidatesPage.Candidate> of(Family family, List<CandidateResult> candidates) {
    return candidates.stream().map(candidate -> candidate(family, candidate)).toList();
  }

  private CandidatesPage.Candidate candidate(Family family, CandidateResult result) {
    Optional<StudyArchive.Kept> kept = archive.kept(result.candidate());
    return new CandidatesPage.Candidate(
        result.candidate(),
        PageTexts.ofStudy(result.candidate()),
        family,
        kept.map(of -> settings(of.settings())).orElseGet(List::of),
        kept.map(StudyCandidates::grid).orElseGet(List::of),
        Finite.orNull(result.threshold()),
        Finite.orNull(result.outOfFold().metrics().get(Metric.AUC)),
        Finite.orNull(result.fitSeconds()),
        Stream.of(
                report(PagePart.OUT_OF_FOLD, result.outOfFold().metrics()),
                report(PagePart.HOLD_OUT, result.holdOut().metrics()))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<ClassificationReport> report(PagePart part, Map<Metric, Double> measured) {
    return measured.containsKey(Metric.TRUE_POSITIVES)
        ? report(part, PageMetric.confusion(measured))
        : Optional.empty();
  }

  private Optional<ClassificationReport> report(PagePart part, Confusion confusion) {
    return confusion.clients() == 0
        ? Optional.empty()
        : Optional.of(OutcomeReports.report(part, confusion, costs()));
  }

  private CandidatesPage.Candidate point(SearchResult.Point point) {
    Optional<Judged> judged = archive.judged(point.name());
    return new CandidatesPage.Candidate(
        point.name(),
        label(point.name()),
        Family.SEARCH,
        settings(point.settings()),
        List.of(),
        judged.map(of -> Finite.orNull(of.threshold())).orElse(null),
        Finite.orNull(point.auc()),
        Finite.orNull(point.fitSeconds()),
        judged.flatMap(of -> report(PagePart.OUT_OF_FOLD, of.outOfFold().confusion())).stream()
            .toList());
  }

  private static List<CandidatesPage.GridPoint> grid(StudyArchive.Kept kept) {
    return kept.grid().stream()
        .map(point -> new CandidatesPage.GridPoint(settings(point.getKey()), point.getValue()))
        .toList();
  }

  /** The way it was searched, and its number: "tpe-03". */
  private static PageWords label(String point) {
    int number = point.lastIndexOf('-');
    return PageTexts.in(
        language ->
            PageTexts.in(language, PageTexts.ofStudy(point.substring(0, number)))
                + " "
                + Integer.parseInt(point.substring(number + 1)));
  }

  private static List<CandidatesPage.Setting> settings(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(
                setting ->
                    new CandidatesPage.Setting(
                        setting.getKey(),
                        PageTexts.setting(setting.getKey()),
                        number(setting.getValue()),
                        setting.getValue()))
            .toList();
  }

  private static Double number(String text) {
    try {
      return Finite.orNull(Double.parseDouble(text));
    } catch (NumberFormatException word) {
      return null;
    }
  }
}
