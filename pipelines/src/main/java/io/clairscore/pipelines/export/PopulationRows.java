package io.clairscore.pipelines.export;

import io.clairscore.scorer.published.PopulationColumn;
import io.clairscore.scorer.published.PopulationRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Tells Parquet rows of the population's table, cell by cell. Not thread-safe. */
final class PopulationRows extends WriteSupport<PopulationRow> implements PopulationColumn.Sink {
  private final List<PopulationColumn> columns;
  private final Map<String, Binary> texts = new HashMap<>();
  private RecordConsumer consumer;
  private int column;

  PopulationRows(List<PopulationColumn> columns) {
    this.columns = columns;
  }

  /** The columns as Parquet has them, each of them nullable. */
  static MessageType schema(List<PopulationColumn> columns) {
    return new MessageType(
        "client", columns.stream().map(PopulationRows::field).toArray(Type[]::new));
  }

  private static Type field(PopulationColumn column) {
    return switch (column.type()) {
      case TINYINT -> bits(8).named(column.name());
      case SMALLINT -> bits(16).named(column.name());
      case INTEGER -> bits(32).named(column.name());
      case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(column.name());
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
      case VARCHAR ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
    };
  }

  private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> bits(int count) {
    return Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.intType(count, true));
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema(columns), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(PopulationRow row) {
    consumer.startMessage();
    for (column = 0; column < columns.size(); column++) {
      columns.get(column).cell().tell(row, this);
    }
    consumer.endMessage();
  }

  @Override
  public void integer(int value) {
    begin();
    consumer.addInteger(value);
    end();
  }

  @Override
  public void real(float value) {
    begin();
    consumer.addFloat(value);
    end();
  }

  @Override
  public void real(double value) {
    begin();
    consumer.addDouble(value);
    end();
  }

  @Override
  public void text(String value) {
    begin();
    consumer.addBinary(texts.computeIfAbsent(value, Binary::fromString));
    end();
  }

  @Override
  public void truth(boolean value) {
    begin();
    consumer.addBoolean(value);
    end();
  }

  private void begin() {
    consumer.startField(columns.get(column).name(), column);
  }

  private void end() {
    consumer.endField(columns.get(column).name(), column);
  }
}
