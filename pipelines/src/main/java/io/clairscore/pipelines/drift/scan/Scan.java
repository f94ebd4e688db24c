package io.clairscore.pipelines.drift.scan;

import io.clairscore.drift.profile.PopulationProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one pass over a table found; scans of parts add up to the scan of the whole.
 *
 * @param tallies what the model makes of the clients, by task: they are added in the order of the
 *     tasks, whatever the order in which these end. Empty if nobody is scored
 * @param unreadable cells that hold no number where there should be one, by column
 */
record Scan(
    PopulationProfile profile,
    SortedMap<Integer, ScoreTally> tallies,
    SortedMap<String, Long> unreadable)
    implements Serializable {

  Scan plus(Scan other) {
    SortedMap<Integer, ScoreTally> all = new TreeMap<>(tallies);
    all.putAll(other.tallies);
    SortedMap<String, Long> bad = new TreeMap<>(unreadable);
    other.unreadable.forEach((column, cells) -> bad.merge(column, cells, Long::sum));
    return new Scan(profile.plus(other.profile), all, bad);
  }

  Optional<ScoreTally> tally() {
    return tallies.values().stream().reduce(ScoreTally::plus);
  }

  /** Java's own serialisation, whatever serialiser the cluster uses: Kryo 4 fills no records. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Scan of(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Scan) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("A scan was written by another version of Clairscore", e);
    }
  }
}
