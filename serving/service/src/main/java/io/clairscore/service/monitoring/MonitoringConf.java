package io.clairscore.service.monitoring;

import io.clairscore.features.settings.Require;
import java.util.HashSet;
import java.util.List;

/**
 * What is watched, for how long it is kept, and who is told.
 *
 * @param features features whose values are watched; empty for those of most weight in the model
 * @param mostFeatures how many of these
 * @param foldSeconds how often stored predictions are summed up
 * @param foldEvents most predictions summed up at a time
 * @param leastPredictions of the last 24 hours, or of known outcomes: with fewer no rule judges
 *     them
 * @param keepMinutesHours hours for which sums of minutes are kept
 * @param keepHoursDays days for which sums of hours are kept
 * @param keepDays days for which sums of days and closed alerts are kept
 * @param webhook who is told of alerts
 * @param rules when there is an alert
 */
public record MonitoringConf(
    List<String> features,
    int mostFeatures,
    int foldSeconds,
    int foldEvents,
    int leastPredictions,
    int keepMinutesHours,
    int keepHoursDays,
    int keepDays,
    WebhookConf webhook,
    List<Rule> rules) {

  public MonitoringConf {
    features = List.copyOf(Require.present("monitoring.features", features));
    Require.positive("monitoring.mostFeatures", mostFeatures);
    Require.positive("monitoring.foldSeconds", foldSeconds);
    Require.positive("monitoring.foldEvents", foldEvents);
    Require.positive("monitoring.leastPredictions", leastPredictions);
    Require.atLeast(2, "monitoring.keepMinutesHours", keepMinutesHours);
    Require.atLeast(2, "monitoring.keepHoursDays", keepHoursDays);
    Require.atLeast(keepHoursDays, "monitoring.keepDays", keepDays);
    Require.present("monitoring.webhook", webhook);
    rules = List.copyOf(Require.present("monitoring.rules", rules));
    long names = new HashSet<>(rules.stream().map(Rule::name).toList()).size();
    Require.that(names == rules.size(), "monitoring.rules", rules, "rules of different names");
  }
}
