package org.tidemark.vocab.industry;

import java.util.function.Function;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.Value;

/**
 * One measure along a path.
 *
 * @param words what is measured
 * @param work its value at a time or a date
 * @param picture what it looks like under a name
 */
record CourseValue(String words, Function<Value, Quantity> work, Function<String, Drawing> picture)
    implements ObjectValue, Plottable {
  @Override
  public Drawing drawing(String name) {
    return picture.apply(name);
  }

  @Override
  public Value call(Value argument) {
    return Values.of(work.apply(argument));
  }

  @Override
  public Value member(String name) {
    throw Refusal.missing("a course has no " + name);
  }

  @Override
  public String summary() {
    return words + " in time";
  }

  @Override
  public String describe() {
    return "a course";
  }
}
