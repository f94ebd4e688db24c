package io.clairscore.service.api;

import io.clairscore.service.model.ServedModel;
import java.util.function.Function;

/** What is prepared of a model when it is first asked for, and kept while that model answers. */
public final class PerModel<T> {
  private final Function<ServedModel, T> prepare;
  private volatile Prepared<T> last = new Prepared<>(null, null);

  public PerModel(Function<ServedModel, T> prepare) {
    this.prepare = prepare;
  }

  private record Prepared<T>(ServedModel model, T thing) {}

  public T of(ServedModel model) {
    Prepared<T> known = last;
    if (known.model() != model) {
      known = new Prepared<>(model, prepare.apply(model));
      last = known;
    }
    return known.thing();
  }
}
