package org.tidemark.model;

import java.util.List;
import org.tidemark.grammar.source.Location;

/**
 * A step that is called by others, with the steps in its text that it takes itself.
 *
 * @param step it
 * @param whole all of its text
 * @param parts in the order of the text; the steps of functions in it aside
 */
public record StepFrame(Step step, Location whole, List<Step> parts) {
  /** Copies its list. */
  public StepFrame {
    parts = List.copyOf(parts);
  }
}
