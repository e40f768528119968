package org.tidemark.model;

import java.util.List;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.Value;

/** A function of the script, or a lambda, with the frame in which it was written. */
final class Closure implements FunctionValue {
  private final FunctionText text;
  private final Frame frame;

  Closure(FunctionText text, Frame frame) {
    this.text = text;
    this.frame = frame;
  }

  FunctionText text() {
    return text;
  }

  Frame frame() {
    return frame;
  }

  /** The same in another evaluation. */
  Closure moved(Transplant transplant) {
    return new Closure(text, transplant.frame(frame));
  }

  /** Arguments that are null or left out take their defaults. */
  @Override
  public Value call(List<Value> arguments) {
    Frame local = frame.local(text.size());
    for (int i = 0; i < text.arity(); i++) {
      Value given = i < arguments.size() ? arguments.get(i) : null;
      local.slots[i] = given != null ? given : text.defaults().get(i).evaluate(frame);
    }
    return frame.evaluation.call(text.location(), () -> text.body().evaluate(local));
  }

  @Override
  public int arity() {
    return text.arity();
  }

  @Override
  public int required() {
    return text.required();
  }

  @Override
  public Type parameter(int index) {
    return index < text.parameters().size() ? text.parameters().get(index) : BasicType.UNKNOWN;
  }

  @Override
  public String describe() {
    return text.name().isEmpty() ? "a function" : "the function " + text.name();
  }
}
