package org.tidemark.vocab.games;

import java.util.function.UnaryOperator;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/**
 * A member of a game that is called with a state, a number or a time.
 *
 * @param summary what it gives
 * @param work its value for an argument
 */
record AskedValue(String summary, UnaryOperator<Value> work) implements ObjectValue {
  @Override
  public Value call(Value argument) {
    return work.apply(argument);
  }

  @Override
  public Value member(String name) {
    throw GameValue.missing("a function has no " + name);
  }

  @Override
  public String describe() {
    return "a function";
  }
}
