package io.clairscore.service.monitoring;

import io.clairscore.service.model.LiveModel;
import io.clairscore.service.model.ServedModel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the models that answered since the service started, the last few of them. */
final class References {
  private static final int MOST = 8;

  private final LiveModel live;
  private final MonitoringConf conf;
  private final Map<String, ModelReference> byRun = new LinkedHashMap<>();

  References(LiveModel live, MonitoringConf conf) {
    this.live = live;
    this.conf = conf;
  }

  /** That of the model that answers now; empty if none does. */
  synchronized Optional<ModelReference> current() {
    return live.current().map(this::known);
  }

  /** That of a run. */
  synchronized Optional<ModelReference> of(String run) {
    current();
    return Optional.ofNullable(byRun.get(run));
  }

  private ModelReference known(ServedModel model) {
    ModelReference known =
        byRun.computeIfAbsent(
            model.run(), run -> ModelReference.of(model, conf.features(), conf.mostFeatures()));
    Iterator<String> oldest = byRun.keySet().iterator();
    while (byRun.size() > MOST && oldest.hasNext()) {
      if (!oldest.next().equals(model.run())) {
        oldest.remove();
      }
    }
    return known;
  }
}
