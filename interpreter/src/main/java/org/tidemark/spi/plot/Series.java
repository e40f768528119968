package org.tidemark.spi.plot;

import java.util.List;

/**
 * What shares a colour and an entry of the legend.
 *
 * @param name for the legend
 * @param marks drawn in order, the first at the back
 */
public record Series(String name, List<Mark> marks) {
  /** Copies its list. */
  public Series {
    marks = List.copyOf(marks);
  }
}
