package io.clairscore.pipelines.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a record, only ever added to: what was sent to a server is known by its number of
 * lines. A line whose writer was killed has no line end; it is not part of the log, and the next
 * writer takes it away.
 */
record RecordLines(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every whole line; none if there is no file. */
  List<Event> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      byte[] content = Files.readAllBytes(file);
      byte[] whole = Arrays.copyOf(content, wholeLines(content));
      List<Event> events = new ArrayList<>();
      for (String line : new String(whole, StandardCharsets.UTF_8).lines().toList()) {
        events.add(JSON.readValue(line, Event.class));
      }
      return List.copyOf(events);
    } catch (IOException e) {
      throw TrackingErrors.unreadable(file, e);
    }
  }

  /** Cuts off a line that was not finished. */
  void repair() {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(wholeLines(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw Refusal.notWritten(file, e);
    }
  }

  /**
   * Adds a line. A process that dies loses none of its lines; {@code durable} lines, and all before
   * them, also outlive the machine.
   */
  void add(Event event, boolean durable) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer line = ByteBuffer.wrap(line(event));
        while (line.hasRemaining()) {
          channel.write(line);
        }
        if (durable) {
          channel.force(true);
        }
      }
    } catch (IOException e) {
      throw Refusal.notWritten(file, e);
    }
  }

  private static byte[] line(Event event) throws JsonProcessingException {
    return (JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static int wholeLines(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
