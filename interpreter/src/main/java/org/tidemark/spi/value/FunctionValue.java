package org.tidemark.spi.value;

import java.util.List;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;

/** Something that can be called. */
public interface FunctionValue extends Value {
  /** Its value for these arguments. */
  Value call(List<Value> arguments);

  /** The number of arguments that it takes; -1 where that varies. */
  int arity();

  /** The number of arguments, from the first on, that a call has to give. */
  default int required() {
    return Math.max(0, arity());
  }

  /**
   * The type that an argument is declared to have; {@link BasicType#UNKNOWN} where it does not say.
   *
   * @param index below {@link #arity()}
   */
  default Type parameter(int index) {
    return BasicType.UNKNOWN;
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
