package org.tidemark.render.audit;

import java.util.List;
import org.tidemark.model.Defined;

/**
 * A module that holds what a source says, row by row.
 *
 * @param module its name
 * @param definitions in the order of its text
 */
public record Registered(String module, List<Defined> definitions) {
  /** Copies its list. */
  public Registered {
    definitions = List.copyOf(definitions);
  }
}
