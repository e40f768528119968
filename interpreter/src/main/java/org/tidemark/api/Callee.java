package org.tidemark.api;

import java.util.List;

/**
 * The call around a place of a text that is being typed.
 *
 * @param name of what is called, as it is written
 * @param parameters what it takes, in order
 * @param current which of them stands at the place; -1 where none does
 * @param named whether the argument at the place is written with its name
 * @param doc what it does, in one line; may be empty
 */
public record Callee(
    String name, List<Parameter> parameters, int current, boolean named, String doc) {
  /** Copies its list. */
  public Callee {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param name its name; empty where arguments have none
   * @param shown as a signature shows it
   * @param required whether it must be given
   * @param rest whether it takes all further arguments
   * @param given whether an argument stands for it elsewhere in the call
   * @param words what it takes
   * @param doc what it is for; may be empty
   */
  public record Parameter(
      String name,
      String shown,
      boolean required,
      boolean rest,
      boolean given,
      String words,
      String doc) {}
}
