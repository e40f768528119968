package org.tidemark.session;

import java.util.List;

/**
 * The call that is being typed.
 *
 * @param name of the function
 * @param parameters its parameters as shown, {@code "draws: 10_000"}
 * @param current which of them is being typed; -1 where none fits
 * @param description what the current one takes, and what the function does where there is none
 */
public record Signature(String name, List<String> parameters, int current, String description) {
  /** Copies its list. */
  public Signature {
    parameters = List.copyOf(parameters);
  }
}
