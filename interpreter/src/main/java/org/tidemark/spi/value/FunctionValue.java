package org.tidemark.spi.value;

import java.util.List;

/** Something that can be called. */
public interface FunctionValue extends Value {
  /** Its value for these arguments. */
  Value call(List<Value> arguments);

  /** The number of arguments that it takes; -1 where that varies. */
  int arity();

  /** The number of arguments that it cannot do without. */
  default int required() {
    return Math.max(0, arity());
  }

  @Override
  default String describe() {
    return "a function";
  }

  /** A function of one argument. */
  static FunctionValue of(java.util.function.Function<Value, Value> function) {
    return new FunctionValue() {
      @Override
      public Value call(List<Value> arguments) {
        return function.apply(arguments.get(0));
      }

      @Override
      public int arity() {
        return 1;
      }
    };
  }
}
