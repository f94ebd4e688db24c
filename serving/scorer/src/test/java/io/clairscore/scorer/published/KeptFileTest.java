package io.clairscore.scorer.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFileTest {
  private static final int SIZE = 100_000;

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = at(i);
    }
    path = Files.write(folder.resolve("file"), bytes);
  }

  private static byte at(long position) {
    return (byte) (position * 31 >> 3);
  }

  @Test
  void interruptedReadersGetTheirBytesAndHarmNobody() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> readers = new ArrayList<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            4,
            task -> {
              Thread reader = new Thread(task);
              readers.add(reader);
              return reader;
            });
    try (KeptFile file = new KeptFile(path)) {
      List<Future<Integer>> reads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reads.add(pool.submit(() -> readUntil(over, file)));
      }
      for (int i = 0; i < 400; i++) {
        readers.get(i % 4).interrupt();
        TimeUnit.MICROSECONDS.sleep(200);
      }
      over.set(true);
      int interruptions = 0;
      for (Future<Integer> read : reads) {
        interruptions += read.get();
      }
      assertThat(interruptions).as("each is told to its thread afterwards").isGreaterThan(100);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Number of interruptions that the thread was told of. */
  private static int readUntil(AtomicBoolean over, KeptFile file) throws IOException {
    int interruptions = 0;
    for (int i = 0; !over.get(); i = (i + 997) % (SIZE - 100)) {
      byte[] read = file.read(i, 100);
      for (int j = 0; j < 100; j++) {
        if (read[j] != at(i + j)) {
          throw new AssertionError("other bytes at " + (i + j));
        }
      }
      interruptions += Thread.interrupted() ? 1 : 0;
    }
    return interruptions;
  }

  @Test
  void whatIsGoneIsReadWhileItIsOpenAndNotOtherwise() throws IOException {
    try (KeptFile open = new KeptFile(path);
        KeptFile late = new KeptFile(path)) {
      open.read(0, 1);
      Files.delete(path);
      assertThat(open.read(50, 2)).containsExactly(at(50), at(51));
      assertThatThrownBy(() -> late.read(0, 1)).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void theEndIsNotPassedAndWhatIsClosedStaysClosed() throws IOException {
    KeptFile file = new KeptFile(path);
    assertThatThrownBy(() -> file.read(SIZE - 1, 2)).isInstanceOf(EOFException.class);
    assertThat(file.read(SIZE, 0)).isEmpty();
    file.close();
    assertThatThrownBy(() -> file.read(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
