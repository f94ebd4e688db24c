package io.clairscore.drift.page;

import io.clairscore.drift.meaning.DomainShift;
import io.clairscore.drift.meaning.Effect;
import io.clairscore.drift.meaning.EstimatedFigure;
import io.clairscore.drift.meaning.Meaning;
import io.clairscore.drift.meaning.OutcomeFigure;
import io.clairscore.drift.meaning.PerformanceEstimate;
import io.clairscore.drift.meaning.SegmentShift;
import io.clairscore.drift.meaning.SegmentTerm;
import io.clairscore.drift.verdict.DriftReport;
import io.clairscore.drift.verdict.DriftRow;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Performance without labels, segments, and what tells the populations apart. */
final class MeaningViews {
  private final Words words;
  private final Figures figures;
  private final Language language;

  MeaningViews(Words words, Figures figures, Language language) {
    this.words = words;
    this.figures = figures;
    this.language = language;
  }

  /**
   * What the template shows.
   *
   * @param measuredOn how the realised figures were measured
   * @param performance lines of estimated figures, none if nobody was scored
   * @param segments a table each
   * @param domain what is said of the classifier, empty if nobody tried
   * @param telling columns it used, with their share of the gain
   * @param pairs both columns, correlation before and after, change, q, verdict
   */
  record View(
      String measuredOn,
      List<Estimated> performance,
      List<Segments> segments,
      String domain,
      List<Entry> telling,
      String pairsNote,
      List<List<String>> pairs) {}

  /** A figure measured before and estimated now. */
  record Estimated(
      String label,
      String realised,
      String interval,
      String estimated,
      String bound,
      String reading) {}

  /** A division of the clients; the last line is that of all. */
  record Segments(String id, String title, String sentence, List<List<String>> lines) {}

  View view(DriftReport report) {
    Meaning meaning = report.meaning();
    PerformanceEstimate performance = meaning.performance();
    List<SegmentShift> segments = meaning.segments();
    return new View(
        performance.measuredOn() == 0
            ? words.say(Phrase.ESTIMATE_UNMEASURED)
            : words.say(
                Phrase.ESTIMATE_MEASURED, "clients", figures.count(performance.measuredOn())),
        performance.figures().stream().map(this::estimated).toList(),
        IntStream.range(0, segments.size())
            .mapToObj(i -> segments("segment" + i, segments.get(i)))
            .toList(),
        domain(meaning.domain()),
        telling(report),
        words.say(
            Phrase.CORRELATIONS_NOTE,
            "pairs",
            figures.count(meaning.correlations().compared()),
            "limit",
            figures.number(meaning.correlations().limit(), 3)),
        pairs(report));
  }

  private Estimated estimated(EstimatedFigure of) {
    boolean measured = !Double.isNaN(of.realised().value());
    Phrase reading =
        of.estimated() > of.realised().value() ? Phrase.READING_HIGHER : Phrase.READING_LOWER;
    return new Estimated(
        words.term(of.figure()),
        number(of.figure(), of.realised().value()),
        measured
            ? words.say(
                Phrase.CELL_RANGE,
                "from",
                number(of.figure(), of.realised().low()),
                "to",
                number(of.figure(), of.realised().high()))
            : words.say(Phrase.NONE),
        number(of.figure(), of.estimated()),
        of.bound() == 0 ? words.say(Phrase.KNOWN) : "± " + number(of.figure(), of.bound()),
        measured
            ? words.say(of.differs() ? reading : Phrase.READING_CHANCE)
            : words.say(Phrase.NONE));
  }

  private String number(OutcomeFigure figure, double number) {
    return switch (figure) {
      case COST_PER_CLIENT, AUC -> figures.statistic(number);
      case DEFAULT_RATE, RECALL, REFUSAL_RATE -> figures.percent(number, 1);
    };
  }

  private Segments segments(String id, SegmentShift of) {
    Effect score = of.score();
    Effect refusals = of.refusals();
    List<List<String>> lines =
        of.terms().stream().map(term -> line(term, of)).collect(Collectors.toList());
    lines.add(
        line(
            words.say(Phrase.SEGMENT_ALL),
            figures.percent(1, 1),
            figures.percent(1, 1),
            score,
            refusals));
    return new Segments(
        id,
        of.label().in(language),
        words.say(
            Phrase.SEGMENT_SENTENCE,
            "shift",
            figures.signed(score.after() - score.before(), 2),
            "mix",
            figures.signed(score.mix(), 2),
            "within",
            figures.signed(score.within(), 2),
            "refusals",
            figures.signed(100 * (refusals.after() - refusals.before()), 2),
            "refusalMix",
            figures.signed(100 * refusals.mix(), 2),
            "refusalWithin",
            figures.signed(100 * refusals.within(), 2)),
        lines);
  }

  private List<String> line(SegmentTerm term, SegmentShift of) {
    long before = of.terms().stream().mapToLong(SegmentTerm::reference).sum();
    long after = of.terms().stream().mapToLong(SegmentTerm::current).sum();
    String label =
        switch (term.value()) {
          case SegmentTerm.OTHERS -> words.say(Phrase.SEGMENT_OTHERS);
          case SegmentTerm.NONE -> words.say(Phrase.CELL_MISSING);
          default -> term.label().in(language);
        };
    return line(
        label,
        figures.percent((double) term.reference() / before, 1),
        figures.percent((double) term.current() / after, 1),
        term.score(),
        term.refusals());
  }

  private List<String> line(
      String label, String share, String shareAfter, Effect score, Effect refusals) {
    return List.of(
        label,
        share + " → " + shareAfter,
        figures.fixed(score.before(), 1) + " → " + figures.fixed(score.after(), 1),
        change(score, 1),
        figures.signed(score.mix(), 2),
        figures.signed(score.within(), 2),
        figures.percent(refusals.before(), 1) + " → " + figures.percent(refusals.after(), 1),
        change(refusals, 100),
        figures.signed(100 * refusals.mix(), 2),
        figures.signed(100 * refusals.within(), 2));
  }

  /** The change of a mean with what chance may make of it, and a mark if it is more. */
  private String change(Effect effect, double unit) {
    if (Double.isNaN(effect.bound())) {
      return words.say(Phrase.NONE);
    }
    String text =
        figures.signed(unit * (effect.after() - effect.before()), 1)
            + " ± "
            + figures.fixed(unit * effect.bound(), 1);
    return effect.changed() ? text + " *" : text;
  }

  private String domain(DomainShift of) {
    return of.known()
        ? words.say(
            Phrase.DOMAIN_SENTENCE,
            "auc",
            figures.statistic(of.auc()),
            "chance",
            figures.statistic(0.5 + of.bound()),
            "verdict",
            words.term(of.separation()),
            "rows",
            figures.count(of.referenceRows()),
            "others",
            figures.count(of.currentRows()),
            "columns",
            figures.count(of.columns()))
        : "";
  }

  private List<Entry> telling(DriftReport report) {
    Map<String, String> labels = labels(report);
    return report.meaning().domain().features().stream()
        .map(
            feature ->
                new Entry(
                    labels.getOrDefault(feature.name(), feature.name()),
                    figures.percent(feature.share(), 1),
                    feature.name()))
        .toList();
  }

  private List<List<String>> pairs(DriftReport report) {
    Map<String, String> labels = labels(report);
    return report.meaning().correlations().pairs().stream()
        .map(
            pair ->
                List.of(
                    labels.getOrDefault(pair.first(), pair.first())
                        + " × "
                        + labels.getOrDefault(pair.second(), pair.second()),
                    figures.signed(pair.before(), 2),
                    figures.signed(pair.after(), 2),
                    figures.signed(pair.change(), 2),
                    figures.statistic(pair.qValue()),
                    words.say(pair.drifted() ? Phrase.EVIDENTLY_DRIFT : Phrase.EVIDENTLY_STABLE)))
        .toList();
  }

  private Map<String, String> labels(DriftReport report) {
    return report.rows().stream()
        .collect(Collectors.toMap(DriftRow::name, row -> row.label().in(language)));
  }
}
