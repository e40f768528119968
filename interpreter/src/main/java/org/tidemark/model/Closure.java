package org.tidemark.model;

import java.util.List;
import org.tidemark.grammar.source.Location;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.Value;

/** A function of the script, or a lambda, with the frame in which it was written. */
final class Closure implements FunctionValue {
  private final String name;
  private final int arity;
  private final int size;
  private final List<Code> defaults;
  private final Code body;
  private final Frame frame;
  private final Location location;

  Closure(
      String name,
      int arity,
      int size,
      List<Code> defaults,
      Code body,
      Frame frame,
      Location location) {
    this.name = name;
    this.arity = arity;
    this.size = size;
    this.defaults = defaults;
    this.body = body;
    this.frame = frame;
    this.location = location;
  }

  /** The same in another evaluation. */
  Closure moved(Transplant transplant) {
    return new Closure(name, arity, size, defaults, body, transplant.frame(frame), location);
  }

  /** Arguments that are null or left out take their defaults. */
  @Override
  public Value call(List<Value> arguments) {
    Frame local = frame.local(size);
    for (int i = 0; i < arity; i++) {
      Value given = i < arguments.size() ? arguments.get(i) : null;
      local.slots[i] = given != null ? given : defaults.get(i).evaluate(frame);
    }
    return frame.evaluation.call(location, () -> body.evaluate(local));
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  public String describe() {
    return name.isEmpty() ? "a function" : "the function " + name;
  }
}
