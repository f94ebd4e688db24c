package io.clairscore.service.population;

/**
 * A part of a list.
 *
 * @param number from 1
 * @param size how many entries a page has, 1 to {@value #MOST}
 */
public record Page(int number, int size) {
  public static final int MOST = 100;

  public Page {
    if (number < 1 || size < 1 || size > MOST) {
      throw PopulationErrors.noPage(MOST);
    }
  }

  long offset() {
    return (number - 1L) * size;
  }
}
