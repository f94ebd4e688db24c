package io.clairscore.drift.page;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import io.clairscore.drift.verdict.DecisionShift;
import io.clairscore.drift.verdict.Severity;
import io.clairscore.drift.verdict.Statistic;
import io.clairscore.features.text.Figures;
import io.clairscore.features.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every template may name besides the records it shows: {@code w} phrases without slots,
 * {@code f} the figures, {@code say} phrases with slots, {@code term} the word of a constant,
 * {@code word}, {@code label} and {@code method} those of a statistic, {@code text} a text in the
 * language, {@code style} the class of a severity, {@code styleOf} that of a change of decisions,
 * {@code statistic} the statistics by name.
 */
final class Names {
  private final Map<String, Object> names = new HashMap<>();

  Names(Words words, Figures figures) {
    names.put("lang", words.language().code());
    names.put("w", words.all());
    names.put("f", figures);
    names.put("statistics", Statistic.values());
    names.put(
        "statistic",
        Arrays.stream(Statistic.values()).collect(Collectors.toMap(Statistic::name, of -> of)));
    put("say", of -> words.say((String) of.get(0), slots(of)));
    put("term", of -> words.term((Enum<?>) of.get(0)));
    put("word", of -> words.word((Statistic) of.get(0)));
    put("method", of -> words.method((Statistic) of.get(0), slots(of)));
    put("label", of -> words.label((Statistic) of.get(0)));
    put("text", of -> ((Text) of.get(0)).in(words.language()));
    put("style", of -> style((Severity) of.get(0)));
    put("styleOf", of -> style(gravity((DecisionShift) of.get(0))));
  }

  /** The class of a severity in the style sheet. */
  static String style(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A change of decisions looks as grave as a drift of that kind. */
  private static Severity gravity(DecisionShift shift) {
    return switch (shift) {
      case NOT_ASKED -> Severity.NOT_COMPUTED;
      case INCONCLUSIVE -> Severity.INCONCLUSIVE;
      case UNMOVED -> Severity.STABLE;
      case MOVED -> Severity.MODERATE;
      case OUTDATED -> Severity.STRONG;
    };
  }

  /** One name more; null is a name that the template must ask for. */
  Names with(String name, Object value) {
    names.put(name, value);
    return this;
  }

  /** One function more. */
  Names named(String name, Function<List<Object>, String> function) {
    put(name, function);
    return this;
  }

  Map<String, Object> all() {
    return names;
  }

  private static String[] slots(List<Object> of) {
    return of.subList(1, of.size()).toArray(String[]::new);
  }

  private void put(String name, Function<List<Object>, String> function) {
    names.put(
        name,
        (TemplateMethodModelEx)
            arguments -> {
              List<Object> plain = new ArrayList<>();
              for (Object argument : arguments) {
                plain.add(plain(argument));
              }
              return function.apply(plain);
            });
  }

  private static Object plain(Object argument) throws TemplateModelException {
    return DeepUnwrap.unwrap((TemplateModel) argument);
  }
}
