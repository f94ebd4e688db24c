package io.clairscore.features.schema;

/**
 * One column of a table of the credit domain. Columns are constants of their table ({@code
 * Bureau.DAYS_CREDIT}); two columns are the same only if they are the same object.
 */
public abstract sealed class Column permits NumberColumn, CategoryColumn {

  /** What a column is for; anything but an attribute is barred from model inputs. */
  public enum Role {
    /** Identifies or links rows. */
    IDENTIFIER,
    /** The outcome to predict. */
    LABEL,
    ATTRIBUTE
  }

  private final String table;
  private final String name;
  private final int position;
  private final Role role;

  Column(String table, String name, int position, Role role) {
    this.table = table;
    this.name = name;
    this.position = position;
    this.role = role;
  }

  /** Name of the owning table, as in {@link TableSchema#name()}. */
  public String table() {
    return table;
  }

  /** Header of the column in the published files. */
  public String name() {
    return name;
  }

  /** Position in the table, from 0. */
  public int position() {
    return position;
  }

  public Role role() {
    return role;
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
