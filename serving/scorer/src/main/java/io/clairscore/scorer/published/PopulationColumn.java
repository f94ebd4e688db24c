package io.clairscore.scorer.published;

/**
 * A column of the population's table.
 *
 * @param name name
 * @param type what its cells hold
 * @param cell tells the cell of a row
 */
public record PopulationColumn(String name, Type type, Cell cell) {

  /** What cells hold, apart from nothing: in the words of SQL, as DuckDB has them. */
  public enum Type {
    TINYINT,
    SMALLINT,
    INTEGER,
    FLOAT,
    DOUBLE,
    VARCHAR,
    BOOLEAN
  }

  /** Tells a row's cell: calls one method of the sink, or none if the cell is null. */
  @FunctionalInterface
  public interface Cell {
    void tell(PopulationRow row, Sink sink);
  }

  /** Takes the cell of a row. */
  public interface Sink {
    /** An integer of 8, 16 or 32 bits. */
    void integer(int value);

    void real(float value);

    void real(double value);

    void text(String value);

    void truth(boolean value);
  }
}
