package org.tidemark.spi.type;

import java.util.List;

/** Something that can be called. What it returns is asked for each list of argument types. */
public interface FunctionType extends Type {
  /**
   * The type of the result for these arguments. Problems inside the function are reported to
   * whoever is checking, and the result is then {@link BasicType#UNKNOWN}.
   */
  Type apply(List<Type> arguments);

  /** The number of arguments that it takes; -1 where that varies. */
  int arity();

  /** The number of arguments, from the first on, that a call has to give. */
  default int required() {
    return Math.max(0, arity());
  }

  /**
   * The type that an argument is declared to have; {@link BasicType#UNKNOWN} where any will do that
   * fits what is made of it.
   *
   * @param index below {@link #arity()}
   */
  default Type parameter(int index) {
    return BasicType.UNKNOWN;
  }

  @Override
  default String describe() {
    return arity() < 0
        ? "a function"
        : arity() == 1 ? "a function of one argument" : "a function of " + arity() + " arguments";
  }

  /** A function whose result type follows from its argument types alone. */
  static FunctionType of(int arity, java.util.function.Function<List<Type>, Type> rule) {
    return new FunctionType() {
      @Override
      public Type apply(List<Type> arguments) {
        return rule.apply(arguments);
      }

      @Override
      public int arity() {
        return arity;
      }
    };
  }
}
