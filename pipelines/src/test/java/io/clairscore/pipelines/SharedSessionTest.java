package io.clairscore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSessionTest extends SparkTest {

  @Test
  void writesAndReadsADeltaTable(@TempDir Path folder) {
    String table = folder.resolve("numbers").toString();
    session().range(10).write().format("delta").save(table);
    assertThat(session().read().format("delta").load(table).count()).isEqualTo(10);
  }
}
