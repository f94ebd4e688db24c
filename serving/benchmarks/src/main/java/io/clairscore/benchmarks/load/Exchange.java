package io.clairscore.benchmarks.load;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection, which sends a request and reads its answer, one after another. */
final class Exchange {
  private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SocketAddress address;
  private final Selector selector;
  private SocketChannel channel;
  private ByteBuffer answer = ByteBuffer.allocate(1 << 16);
  private ByteBuffer request;
  private long due;
  private long sent;
  private boolean underWay;

  Exchange(SocketAddress address, Selector selector) throws IOException {
    this.address = address;
    this.selector = selector;
    connect();
  }

  private void connect() throws IOException {
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends a request that was due at a moment of {@link System#nanoTime}. */
  void send(byte[] bytes, long due) throws IOException {
    this.due = due;
    sent = System.nanoTime();
    underWay = true;
    request = ByteBuffer.wrap(bytes);
    answer.clear();
    channel.write(request);
    if (request.hasRemaining()) {
      channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  long due() {
    return due;
  }

  long sent() {
    return sent;
  }

  /** Whether an answer is waited for; a connection may also end while none is. */
  boolean underWay() {
    return underWay;
  }

  void ended() {
    underWay = false;
  }

  /** Goes on sending what the network did not take at once. */
  void write() throws IOException {
    channel.write(request);
    if (!request.hasRemaining()) {
      channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
    }
  }

  /**
   * Reads what came.
   *
   * @return the status once the answer is whole, {@link Tally#BROKEN} if the connection ended, else
   *     -1
   */
  int read() throws IOException {
    if (!answer.hasRemaining()) {
      answer = ByteBuffer.allocate(answer.capacity() * 2).put(answer.flip());
    }
    if (channel.read(answer) < 0) {
      return Tally.BROKEN;
    }
    int head = endOfHead();
    return head >= 0 && whole(head) ? Integer.parseInt(text(9, 12)) : -1;
  }

  /** Opens a new connection in the place of one that ended. */
  void renew() throws IOException {
    channel.close();
    connect();
  }

  void close() throws IOException {
    channel.close();
  }

  private int endOfHead() {
    for (int i = 3; i < answer.position(); i++) {
      if (answer.get(i) == '\n' && answer.get(i - 1) == '\r' && answer.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean whole(int head) {
    String headers = text(0, head).toLowerCase(Locale.ROOT);
    int length = headers.indexOf("\ncontent-length:");
    if (length >= 0) {
      int end = headers.indexOf('\r', length);
      return answer.position() - head
          >= Integer.parseInt(headers.substring(length + 16, end).trim());
    }
    return !headers.contains("\ntransfer-encoding: chunked") || endsWithLastChunk();
  }

  /** Nothing follows the answer on this connection: its last bytes are those of the last chunk. */
  private boolean endsWithLastChunk() {
    int from = answer.position() - END_OF_CHUNKS.length;
    for (int i = 0; i < END_OF_CHUNKS.length; i++) {
      if (from < 0 || answer.get(from + i) != END_OF_CHUNKS[i]) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(answer.array(), from, to - from, StandardCharsets.ISO_8859_1);
  }
}
