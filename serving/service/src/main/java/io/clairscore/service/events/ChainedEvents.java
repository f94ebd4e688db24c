package io.clairscore.service.events;

import java.util.ArrayList;
import java.util.List;

/**
 * Events behind the end of a chain.
 *
 * @param before the end
 * @param rows the events
 * @param links their links, one each
 */
record ChainedEvents(ChainLink before, List<EventRow> rows, List<ChainLink> links) {

  /** Chains events. */
  static ChainedEvents of(ChainLink before, List<EventRow> rows, EventClock clock, ChainHash hash) {
    List<ChainLink> links = new ArrayList<>(rows.size());
    ChainLink last = before;
    for (EventRow row : rows) {
      last = hash.next(last, clock.after(last.moment()), row);
      links.add(last);
    }
    return new ChainedEvents(before, rows, links);
  }

  /** The end of the chain when they are in it. */
  ChainLink last() {
    return links.isEmpty() ? before : links.get(links.size() - 1);
  }
}
