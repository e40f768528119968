package org.tidemark.session.insight;

import java.util.List;

/** The commands of the prompt, as far as completing them goes. */
public interface CommandNames {
  /** What a command's argument is. */
  enum Argument {
    /** None, or nothing that could be completed. */
    NONE,
    /** Anything with documentation: definitions, functions, kinds, units, error codes. */
    TOPIC,
    /** An expression. */
    EXPRESSION,
    /** A definition, then {@code =} and an expression. */
    SETTING,
    /** A definition. */
    DEFINITION,
    /** A unit or an expression. */
    UNIT,
    /** A file. */
    FILE,
    /** Another command. */
    COMMAND
  }

  /**
   * A command.
   *
   * @param name without its colon
   * @param argument what may follow
   * @param doc a few words
   */
  record Command(String name, Argument argument, String doc) {}

  /** All commands, in the order of the help. */
  List<Command> commands();

  /** No commands. */
  CommandNames NONE = List::of;
}
