package org.tidemark.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.quantity.NumberText;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** The body of one declaration among those that extend each other, with the names that it sees. */
final class BodyLayer {
  private static final int MOST_STATES = 100_000;

  final LoweredBody lowered;
  final Frame frame;
  private final Evaluation evaluation;
  private final Frame outer;
  private final Map<LoweredBody.Part, List<Frame>> repetitions = new HashMap<>();

  /**
   * A layer.
   *
   * @param outer what surrounds the body
   * @param names what a name of the body stands for
   */
  BodyLayer(
      Evaluation evaluation, LoweredBody lowered, Frame outer, Function<String, Present> names) {
    this.evaluation = evaluation;
    this.lowered = lowered;
    this.outer = outer;
    this.frame = outer.local(lowered.names.size());
    for (int i = 0; i < frame.slots.length; i++) {
      frame.slots[i] = names.apply(lowered.names.get(i));
    }
  }

  /** A frame like that of the body, to be filled with what is known while it is compiled. */
  Frame emptyFrame() {
    return outer.local(lowered.names.size());
  }

  /** The value of a part: a list where it is repeated. */
  Value value(LoweredBody.Part part) {
    if (!part.isRepeated()) {
      return part.code().evaluate(frame);
    }
    List<Value> values = new ArrayList<>();
    for (Frame each : frames(part)) {
      values.add(part.code().evaluate(each));
    }
    return new ListValue(values);
  }

  /** A frame for each element of a repeated part. */
  List<Frame> frames(LoweredBody.Part part) {
    List<Frame> known = repetitions.get(part);
    if (known == null) {
      known = evaluation.outOfTime(() -> repeated(part));
      repetitions.put(part, known);
    }
    return known;
  }

  private List<Frame> repeated(LoweredBody.Part part) {
    Value source = part.repetition().evaluate(outer);
    List<Frame> frames = new ArrayList<>();
    if (part.perElement()) {
      for (Value element : Members.elements(source, outer, part.location())) {
        Frame local = frame.local(2);
        local.slots[0] = element;
        local.slots[1] = QuantityValue.pure(frames.size());
        frames.add(local);
      }
      return frames;
    }
    double count = Members.number(source, "a number of repetitions", outer, part.location());
    if (count != Math.rint(count) || count < 0 || count > MOST_STATES) {
      throw evaluation.fail(
          part.location(),
          "E0519",
          "a number of repetitions is a whole number from 0 to "
              + MOST_STATES
              + ", and this is "
              + NumberText.sensible(count),
          "for example " + part.name() + "[5]");
    }
    for (int i = 0; i < count; i++) {
      frames.add(frame.local(0));
    }
    return frames;
  }
}
