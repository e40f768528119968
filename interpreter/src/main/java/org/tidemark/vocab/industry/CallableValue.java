package org.tidemark.vocab.industry;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/** A member that is called, such as the inverse of a curve. */
final class CallableValue implements ObjectValue {
  private final String summary;
  private final Supplier<Type> parameter;
  private final UnaryOperator<Value> work;

  /**
   * A member.
   *
   * @param parameter what it is called with; unknown where a call tells for itself
   */
  CallableValue(String summary, Supplier<Type> parameter, UnaryOperator<Value> work) {
    this.summary = summary;
    this.parameter = parameter;
    this.work = work;
  }

  /** The type of a member that is called with one argument. */
  static ObjectType type(Type argument, Type result) {
    return ObjectType.named("function")
        .attribute("of", argument)
        .attribute("result", result)
        .callable(argument, result)
        .build();
  }

  @Override
  public Type parameter() {
    return parameter.get();
  }

  @Override
  public Value call(Value argument) {
    return work.apply(argument);
  }

  @Override
  public Value member(String name) {
    throw Refusal.missing("a function has no " + name);
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String describe() {
    return "a function";
  }
}
