package io.clairscore.scorer.published;

import io.clairscore.features.files.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * Finds the client who has a credit of a number, by one read: the first number of each block is
 * held in memory, the block that may hold the number is read and searched.
 *
 * <p>The file, big-endian: how many numbers there are (int), the first number of each block (int
 * each), CRC-32C of these (int); then the blocks of {@value #BLOCK} numbers, the last of them
 * shorter, each its numbers in ascending order with their clients (int, int) and a CRC-32C (int).
 */
final class NumberIndex implements Closeable {
  static final int BLOCK = 512;
  private static final int ENTRY = 8;

  private final KeptFile file;
  private final int numbers;
  private final int[] first;

  /**
   * Opens an index.
   *
   * @throws io.clairscore.features.refusal.Refusal with DATA if it is absent or damaged
   */
  NumberIndex(Path path) {
    file = new KeptFile(path);
    try {
      numbers = ByteBuffer.wrap(file.read(0, Integer.BYTES)).getInt();
      if (numbers < 0) {
        throw new IOException("it holds " + numbers + " numbers");
      }
      first = new int[blocks(numbers)];
      proved(file.read(0, head(first.length))).position(Integer.BYTES).asIntBuffer().get(first);
    } catch (IOException e) {
      throw PublishedErrors.damaged(path, e);
    }
  }

  /** A number and its client, so that entries sort by number and then by client. */
  static long entry(int number, int client) {
    return (long) number << Integer.SIZE | Integer.toUnsignedLong(client);
  }

  /**
   * Writes an index. A number that several clients have belongs to the first of them.
   *
   * @param entries of {@link #entry}, in any order; sorted afterwards
   */
  static void write(Path path, long[] entries) throws IOException {
    long[] own = firstOfNumbers(entries);
    int blocks = blocks(own.length);
    ByteBuffer bytes =
        ByteBuffer.allocate(head(blocks) + own.length * ENTRY + blocks * Integer.BYTES);
    bytes.putInt(own.length);
    for (int block = 0; block < blocks; block++) {
      bytes.putInt((int) (own[block * BLOCK] >> Integer.SIZE));
    }
    seal(bytes, 0);
    for (int block = 0; block < blocks; block++) {
      int begin = bytes.position();
      for (int i = block * BLOCK; i < Math.min(own.length, (block + 1) * BLOCK); i++) {
        bytes.putLong(own[i]);
      }
      seal(bytes, begin);
    }
    DurableFiles.replace(path, bytes.array());
  }

  private static long[] firstOfNumbers(long[] entries) {
    Arrays.sort(entries);
    int kept = 0;
    for (int i = 0; i < entries.length; i++) {
      if (kept == 0 || entries[kept - 1] >> Integer.SIZE != entries[i] >> Integer.SIZE) {
        entries[kept++] = entries[i];
      }
    }
    return Arrays.copyOf(entries, kept);
  }

  /** The client of a number, if there is one. */
  OptionalInt client(int number) {
    int place = Arrays.binarySearch(first, number);
    int block = place < 0 ? -place - 2 : place;
    if (block < 0) {
      return OptionalInt.empty();
    }
    int count = Math.min(BLOCK, numbers - block * BLOCK);
    long begin = head(first.length) + (long) block * (BLOCK * ENTRY + Integer.BYTES);
    try {
      ByteBuffer entries = proved(file.read(begin, count * ENTRY + Integer.BYTES));
      int low = 0;
      int high = count - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int found = entries.getInt(middle * ENTRY);
        if (found == number) {
          return OptionalInt.of(entries.getInt(middle * ENTRY + Integer.BYTES));
        }
        low = found < number ? middle + 1 : low;
        high = found > number ? middle - 1 : high;
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      throw PublishedErrors.damaged(file.path(), e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static int blocks(int numbers) {
    return (numbers + BLOCK - 1) / BLOCK;
  }

  private static int head(int blocks) {
    return Integer.BYTES * (blocks + 2);
  }

  private static void seal(ByteBuffer bytes, int begin) {
    bytes.putInt(checksum(bytes.array(), begin, bytes.position() - begin));
  }

  private static ByteBuffer proved(byte[] sealed) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    int length = sealed.length - Integer.BYTES;
    if (bytes.getInt(length) != checksum(sealed, 0, length)) {
      throw new IOException("the checksum of a block does not hold");
    }
    return bytes;
  }

  private static int checksum(byte[] bytes, int begin, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, begin, length);
    return (int) sum.getValue();
  }
}
