package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.PublishedClient;
import io.clairscore.scorer.published.VersionWriter;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What the writer of a range tells the others.
 *
 * @param index its part of the index of clients
 * @param previous numbers of loans, each with its client
 * @param bureau numbers of credits elsewhere, each with its client
 */
record RangePart(byte[] index, long[] previous, long[] bureau) implements Serializable {

  /** Numbers that are found one after another. */
  static final class Numbers {
    private final LongStream.Builder previous = LongStream.builder();
    private final LongStream.Builder bureau = LongStream.builder();

    void add(PublishedClient client) {
      Arrays.stream(client.previous())
          .forEach(number -> previous.add(VersionWriter.number(number, client.client())));
      Arrays.stream(client.bureau())
          .forEach(number -> bureau.add(VersionWriter.number(number, client.client())));
    }

    RangePart with(byte[] index) {
      return new RangePart(index, previous.build().toArray(), bureau.build().toArray());
    }
  }
}
