package io.clairscore.service.api;

import io.clairscore.features.refusal.Refusal;
import io.clairscore.scorer.FeatureReference;
import io.clairscore.service.access.Role;
import io.clairscore.service.http.Access;
import io.clairscore.service.http.Exchange;
import io.clairscore.service.http.Parameter;
import io.clairscore.service.http.Problem;
import io.clairscore.service.http.ProblemKind;
import io.clairscore.service.model.ServedModel;
import io.clairscore.service.population.OpeningPopulation;
import io.clairscore.service.population.Population;
import io.clairscore.service.population.PopulationConf;
import io.clairscore.service.population.selection.ClientSelection;
import io.clairscore.service.population.selection.ExploredColumn;
import io.clairscore.service.population.selection.PopulationColumns;
import io.clairscore.service.population.selection.SelectionText;
import io.clairscore.service.population.selection.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What routes about the population share: which population answers, who may see how much of it, and
 * how columns and filters are read.
 */
final class Populations {
  static final Access READERS = Access.to(Role.ADVISOR, Role.REVIEWER);
  static final Parameter FILTER =
      text(
          "filter",
          4000,
          "Which clients: column:value, column:min..max or column:missing, several with semicolons"
              + " between them. Several values of one category mean any of them.");

  private Populations() {}

  /** Opens the population beside a model. */
  static OpeningPopulation open(ServedModel model, PopulationConf conf) {
    return new OpeningPopulation(model.files().population(), conf, features(model));
  }

  /** The population of a model, if it is open. */
  static Population of(ServedModel model) {
    return model.companion(OpeningPopulation.class).get();
  }

  /** The features of a model, the most important first. */
  static List<ExploredColumn> features(ServedModel model) {
    return model.bundle().reference().features().stream()
        .sorted(Comparator.comparing(FeatureReference::meanAbsoluteContribution).reversed())
        .map(feature -> PopulationColumns.FEATURE + feature.name())
        .flatMap(key -> PopulationColumns.all().named(key).stream())
        .toList();
  }

  /** How much of the population who asks may explore. */
  static Sight sight(Exchange exchange) {
    return exchange.principal().has(Role.REVIEWER) ? Sight.REVIEW : Sight.ADVICE;
  }

  static ClientSelection selection(Exchange exchange) {
    String filters = exchange.query(FILTER.name()).orElse("");
    return asked(FILTER.name(), () -> SelectionText.read(filters, sight(exchange)));
  }

  static ExploredColumn column(Exchange exchange, String parameter) {
    String key = exchange.demanded(parameter);
    return asked(parameter, () -> PopulationColumns.all().seen(key, sight(exchange)));
  }

  /** Reads a parameter; what it asks wrongly is a problem of that parameter. */
  static <T> T asked(String parameter, Supplier<T> read) {
    try {
      return read.get();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.USAGE) {
        throw refusal;
      }
      throw Problem.of(ProblemKind.INVALID_PARAMETER, "name", parameter)
          .with(
              "cause",
              Map.of(
                  "problem", refusal.problem(),
                  "reason", refusal.reason(),
                  "remedy", refusal.remedy()));
    }
  }

  static Parameter text(String name, int longest, String about) {
    return new Parameter(
        name,
        Parameter.Place.QUERY,
        Parameter.Kind.TEXT,
        false,
        OptionalLong.empty(),
        OptionalLong.of(longest),
        List.of(),
        about);
  }

  static Optional<ExploredColumn> optional(Exchange exchange, String parameter) {
    return exchange
        .query(parameter)
        .map(key -> asked(parameter, () -> PopulationColumns.all().seen(key, sight(exchange))));
  }
}
