package io.clairscore.scorer.published;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the cell of a population's row under its column's name. */
record JsonCell(ObjectNode row, String name) implements PopulationColumn.Sink {

  @Override
  public void integer(int value) {
    row.put(name, value);
  }

  @Override
  public void real(float value) {
    row.put(name, value);
  }

  @Override
  public void real(double value) {
    row.put(name, value);
  }

  @Override
  public void text(String value) {
    row.put(name, value);
  }

  @Override
  public void truth(boolean value) {
    row.put(name, value);
  }
}
