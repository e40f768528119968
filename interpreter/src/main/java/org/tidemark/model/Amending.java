package org.tidemark.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.grammar.source.Location;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Scalable;
import org.tidemark.spi.value.Timed;
import org.tidemark.spi.value.Value;

/** Amended copies and scaled values. */
final class Amending {
  private Amending() {}

  /** An amended copy of a value. */
  static Value amend(Evaluation evaluation, Value value, Amendment amendment, Location location) {
    if (value instanceof Instance instance) {
      return instance.amended(amendment);
    }
    if (value instanceof ListValue list) {
      List<Value> copies = new ArrayList<>(list.elements().size());
      for (Value element : list.elements()) {
        copies.add(amend(evaluation, element, amendment, location));
      }
      return new ListValue(copies);
    }
    if (value instanceof RecordValue record) {
      Map<String, Value> fields = new LinkedHashMap<>(record.fields());
      amendment
          .entries()
          .forEach(
              (name, entry) ->
                  fields.computeIfPresent(
                      name,
                      (field, old) -> {
                        Value now =
                            entry.replacement() == null
                                ? old
                                : entry.replacement().read(evaluation);
                        return entry.nested() == null
                            ? now
                            : amend(evaluation, now, entry.nested(), location);
                      }));
      return new RecordValue(fields);
    }
    DeclaredObject object = evaluation.declaration(value);
    if (object != null) {
      return object.amended(evaluation, amendment);
    }
    throw evaluation.fail(
        location,
        "E0206",
        value.describe() + " has nothing to amend",
        "models, declarations and records can be amended");
  }

  /** A value under a multiplier. */
  static Value scaled(
      Evaluation evaluation, Value value, Value factor, String name, Location location) {
    if (factor instanceof Timed timed) {
      return scaled(value, timed, name, evaluation, location);
    }
    if (!(factor instanceof QuantityValue pure)) {
      throw evaluation.fail(location, "E0501", "the multiplier " + name + " is no number");
    }
    try {
      return scale(value, pure.quantity(), name);
    } catch (Problem problem) {
      throw evaluation.fail(location, problem);
    }
  }

  private static Value scaled(
      Value value, Timed factor, String name, Evaluation evaluation, Location location) {
    if (value instanceof Scalable scalable) {
      try {
        return scalable.scaled(factor, name);
      } catch (Problem problem) {
        throw evaluation.fail(location, problem);
      }
    }
    throw evaluation.fail(
        location,
        "E0406",
        "the multiplier " + name + " moves in time, and what it works on does not",
        "let it work on the linear demand of a market with a crossing");
  }

  private static Value scale(Value value, Quantity factor, String name) {
    if (value instanceof QuantityValue quantity) {
      return new QuantityValue(quantity.quantity().times(factor));
    }
    if (value instanceof Scalable scalable) {
      return scalable.scaled(factor.magnitude(), name);
    }
    if (value instanceof ListValue list) {
      List<Value> scaled = new ArrayList<>(list.elements().size());
      for (Value element : list.elements()) {
        scaled.add(scale(element, factor, name));
      }
      return new ListValue(scaled);
    }
    return value;
  }
}
