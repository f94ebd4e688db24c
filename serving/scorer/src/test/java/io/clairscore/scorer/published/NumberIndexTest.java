package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberIndexTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("numbers.index");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, NumberIndex.BLOCK - 1, NumberIndex.BLOCK, NumberIndex.BLOCK + 1, 5 * 512 + 7})
  void findsEveryNumberAndNoOther(int size) throws IOException {
    SplittableRandom random = new SplittableRandom(size);
    TreeMap<Integer, Integer> clients = new TreeMap<>();
    while (clients.size() < size) {
      clients.put(random.nextInt(1, 20_000), random.nextInt(1, Integer.MAX_VALUE));
    }
    long[] entries =
        clients.entrySet().stream()
            .mapToLong(entry -> NumberIndex.entry(entry.getKey(), entry.getValue()))
            .toArray();
    NumberIndex.write(file(), reversed(entries));
    try (NumberIndex index = new NumberIndex(file())) {
      for (int number = 0; number <= 20_000; number++) {
        Integer client = clients.get(number);
        assertThat(index.client(number))
            .isEqualTo(client == null ? OptionalInt.empty() : OptionalInt.of(client));
      }
      assertThat(index.client(Integer.MAX_VALUE)).isEmpty();
      assertThat(index.client(Integer.MIN_VALUE)).isEmpty();
    }
  }

  private static long[] reversed(long[] sorted) {
    return Arrays.stream(sorted).map(entry -> -entry).sorted().map(entry -> -entry).toArray();
  }

  @Test
  void aNumberOfSeveralClientsBelongsToTheFirst() throws IOException {
    NumberIndex.write(
        file(),
        new long[] {NumberIndex.entry(7, 30), NumberIndex.entry(7, 20), NumberIndex.entry(7, 20)});
    try (NumberIndex index = new NumberIndex(file())) {
      assertThat(index.client(7)).hasValue(20);
    }
  }

  @Test
  void aChangedByteIsRefusedWhereverItIs() throws IOException {
    NumberIndex.write(file(), new long[] {NumberIndex.entry(7, 30), NumberIndex.entry(9, 31)});
    byte[] whole = Files.readAllBytes(file());
    for (int at = 0; at < whole.length; at++) {
      byte[] harmed = whole.clone();
      harmed[at] ^= 0x04;
      Files.write(file(), harmed);
      assertThatThrownBy(
              () -> {
                try (NumberIndex index = new NumberIndex(file())) {
                  index.client(9);
                }
              })
          .isInstanceOf(Refusal.class)
          .hasMessageContainingAll("numbers.index", "Remedy");
    }
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
    try (NumberIndex cut = new NumberIndex(file())) {
      assertThatThrownBy(() -> cut.client(9))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("it is cut off");
    }
  }
}
