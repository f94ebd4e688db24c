package io.clairscore.service.monitoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every rule, and opens and closes its alert; of one thread. */
final class AlertWatch {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

  private final AlertBook book;
  private final List<RuleWatch> watches;

  /**
   * @param now when it begins: alerts of rules that are no more are closed then
   */
  AlertWatch(AlertBook book, List<Rule> rules, long now) {
    this.book = book;
    Set<String> open = book.open().stream().map(Alert::rule).collect(Collectors.toSet());
    watches = rules.stream().map(rule -> new RuleWatch(rule, open.contains(rule.name()))).toList();
    Set<String> gone = new HashSet<>(open);
    rules.forEach(rule -> gone.remove(rule.name()));
    gone.forEach(rule -> book.close(rule, now));
  }

  /** Looks at every rule. */
  void look(long now, ToDoubleFunction<Metric> values) {
    for (RuleWatch watch : watches) {
      Rule rule = watch.rule();
      double value = values.applyAsDouble(rule.watched());
      boolean due = watch.isDue(now, value);
      if (watch.isOpen() && !Double.isNaN(value)) {
        book.look(rule, value);
      }
      if (due) {
        change(watch, now, value);
      }
    }
  }

  private void change(RuleWatch watch, long now, double value) {
    Rule rule = watch.rule();
    if (watch.isOpen()) {
      book.close(rule.name(), now);
      LOG.info("alert {} is closed: {} is {}", rule.name(), rule.metric(), value);
    } else {
      book.open(rule, now, value);
      LOG.warn("alert {} is open: {} is {}", rule.name(), rule.metric(), value);
    }
    watch.changed();
  }
}
