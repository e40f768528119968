package org.tidemark.model;

import org.tidemark.grammar.source.Location;
import org.tidemark.spi.value.BoolValue;
import org.tidemark.spi.value.SpecialValue;
import org.tidemark.spi.value.Value;

/**
 * Truth values where some of what is asked for may not be known. Most evaluations take an empty
 * cell for a mistake; where {@link Evaluation#knowsNotAll()} it stands for what is not known, and
 * the logic is Kleene's strong one: {@code unknown and false} is false, {@code unknown or true} is
 * true, and what rests on the unknown otherwise is unknown itself.
 */
final class Kleene {
  /** The code of what is said where an empty cell stands and something is wanted. */
  static final String MISSING = "E0507";

  private Kleene() {}

  static Value and(Code first, Code second, Frame frame, Location location) {
    Value left = first.evaluate(frame);
    if (!isUnknown(left, frame)) {
      return Arithmetic.truth(left, frame, location)
          ? single(second.evaluate(frame), frame, location)
          : BoolValue.FALSE;
    }
    Value other = single(second.evaluate(frame), frame, location);
    return other == BoolValue.FALSE ? BoolValue.FALSE : SpecialValue.MISSING;
  }

  static Value or(Code first, Code second, Frame frame, Location location) {
    Value left = first.evaluate(frame);
    if (!isUnknown(left, frame)) {
      return Arithmetic.truth(left, frame, location)
          ? BoolValue.TRUE
          : single(second.evaluate(frame), frame, location);
    }
    Value other = single(second.evaluate(frame), frame, location);
    return other == BoolValue.TRUE ? BoolValue.TRUE : SpecialValue.MISSING;
  }

  static Value not(Value operand, Frame frame, Location location) {
    return isUnknown(operand, frame)
        ? SpecialValue.MISSING
        : BoolValue.of(!Arithmetic.truth(operand, frame, location));
  }

  /** A truth value, or that there is none. */
  private static Value single(Value value, Frame frame, Location location) {
    return isUnknown(value, frame)
        ? SpecialValue.MISSING
        : BoolValue.of(Arithmetic.truth(value, frame, location));
  }

  /** Whether one of two sides is not known, so that neither is their comparison. */
  static boolean isUnknown(Value left, Value right, Frame frame) {
    return isUnknown(left, frame) || isUnknown(right, frame);
  }

  static boolean isUnknown(Value value, Frame frame) {
    return value == SpecialValue.MISSING && frame.evaluation.knowsNotAll();
  }
}
