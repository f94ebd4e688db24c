package io.clairscore.pipelines.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
  private static final Map<String, UnaryOperator<byte[]>> DAMAGES =
      Map.of(
          "no magic number", member -> changed(member, 0),
          "half a magic number", member -> changed(member, 1),
          "another method", member -> changed(member, 2),
          "reserved flags", member -> changed(member, 3),
          "a changed body", member -> changed(member, member.length / 2),
          "a changed checksum", member -> changed(member, member.length - 6),
          "a changed length", member -> changed(member, member.length - 1),
          "half a header", member -> Arrays.copyOf(member, 5),
          "no end", member -> Arrays.copyOf(member, member.length - 9),
          "a byte too much", member -> new byte[1]);

  @Test
  void membersAddUpToOneText() throws IOException {
    byte[] joined = joined(joined(gzip("one\n"), gzip("")), gzip("two\n"));
    assertThat(read(joined)).isEqualTo("one\ntwo\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no magic number",
        "half a magic number",
        "another method",
        "reserved flags",
        "a changed body",
        "a changed checksum",
        "a changed length",
        "half a header",
        "no end",
        "a byte too much"
      })
  void aDamagedMemberIsNotTheEnd(String damage) throws IOException {
    StringBuilder letters = new StringBuilder();
    new Random(1).ints(60_000, 'a', 'z').forEach(letter -> letters.append((char) letter));
    for (String text : new String[] {"short\n", letters.toString()}) {
      byte[] whole = gzip(text);
      byte[] damaged = DAMAGES.get(damage).apply(whole);
      assertThatThrownBy(() -> read(joined(whole, damaged)))
          .as("second member of %d bytes with %s", whole.length, damage)
          .isInstanceOf(ZipException.class)
          .message()
          .isNotBlank();
      assertThatThrownBy(() -> read(damaged)).isInstanceOf(ZipException.class);
    }
  }

  private static String read(byte[] file) throws IOException {
    try (InputStream in = new GzipMembers(new ByteArrayInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] changed(byte[] member, int at) {
    byte[] other = member.clone();
    other[at] ^= (byte) 0xA5;
    return other;
  }

  private static byte[] joined(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
