package org.tidemark.api;

import java.util.List;
import org.tidemark.grammar.source.SourceText;
import org.tidemark.grammar.token.Token;

/**
 * What a reader sees of a script without running it. There is one for any text, wrong ones too.
 *
 * @param source its text
 * @param tokens of the text, comments included, in order
 * @param modules what it imports, as written: {@code std.endogenous}, {@code ./mine.tide}
 * @param draws its calls of functions that draw at random
 */
public record ScriptOutline(
    SourceText source, List<Token> tokens, List<String> modules, List<Draws> draws) {
  /**
   * A call of a function that draws at random.
   *
   * @param function its name
   * @param seed as written, or the default
   * @param written whether the script gives the seed
   * @param line of the call, from 1
   */
  public record Draws(String function, String seed, boolean written, int line) {}

  /** Copies its lists. */
  public ScriptOutline {
    tokens = List.copyOf(tokens);
    modules = List.copyOf(modules);
    draws = List.copyOf(draws);
  }
}
