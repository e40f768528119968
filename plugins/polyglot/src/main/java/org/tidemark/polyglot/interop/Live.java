package org.tidemark.polyglot.interop;

import java.util.List;
import java.util.function.Supplier;
import org.tidemark.api.Model;
import org.tidemark.api.QuantityAnswer;
import org.tidemark.api.TideException;
import org.tidemark.api.TypedValue;
import org.tidemark.model.Outcome;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.FunctionValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ModelValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.RecordValue;
import org.tidemark.spi.value.Value;

/**
 * A script that has been started: what all values that come from it go back to when they are asked
 * for more. Threads take turns; one that waits for its turn can be interrupted by its context.
 */
public final class Live {
  private final Model model;
  private final Sources sources;
  private final Runner runner;
  private final long mostElements;
  private final Turn turn = new Turn();

  /**
   * A script that has been started.
   *
   * @param runner where it works out what it is asked
   * @param mostElements that a list may have
   */
  public Live(Model model, Sources sources, Runner runner, long mostElements) {
    this.mostElements = mostElements;
    this.model = model;
    this.sources = sources;
    this.runner = runner;
  }

  /** The texts that it is made of. */
  public Sources sources() {
    return sources;
  }

  /**
   * Does what the script says.
   *
   * @throws TideFailure where it was stopped
   */
  public Outcome run() {
    return inTurn(model::run);
  }

  /** It as a value. */
  TypedValue typed() {
    return atOnce(model::typed);
  }

  /** A member of a model, a record or an object. */
  TypedValue member(TypedValue of, String name) {
    if (of.value() instanceof ModelValue) {
      return derive("m => m.".concat(name), of);
    }
    Supplier<TypedValue> read =
        () -> {
          Value value = model.member(of.value(), name).orElseThrow();
          return new TypedValue(value, Sorts.member(of, name, value));
        };
    return of.value() instanceof RecordValue ? atOnce(read) : inTurn(read);
  }

  /** What a function of some values gives, checked as if it stood in the script. */
  TypedValue derive(String function, TypedValue... of) {
    return inTurn(() -> model.derive(function, of));
  }

  /** The answer to a question that sees the names of the script. */
  TypedValue ask(String question) {
    return inTurn(() -> model.typed(question));
  }

  /** A quantity that can be asked for in units. */
  QuantityAnswer answer(Quantity quantity) {
    return model.answer(quantity);
  }

  /** Draws of an uncertain quantity, as {@code sample} makes them for an input of a name. */
  List<Value> draws(QuantityValue uncertain, String name, int count, long seed) {
    return inTurn(() -> model.draws(uncertain, name, count, seed));
  }

  /** The most elements that a list may have. */
  long mostElements() {
    return mostElements;
  }

  /** A unit by its text. */
  UnitExpression unit(String text) {
    return atOnce(() -> model.unit(text));
  }

  /** Something that the model is asked, with what is wrong turned into what guests can catch. */
  <T> T inTurn(Supplier<T> work) {
    return atOnce(() -> runner.run(work));
  }

  /** The same for what takes no time. */
  <T> T atOnce(Supplier<T> work) {
    try {
      turn.take();
      try {
        return work.get();
      } finally {
        turn.leave();
      }
    } catch (TideException wrong) {
      throw TideFailure.of(wrong, sources);
    }
  }

  /** A value as guests see it. */
  Object wrap(TypedValue typed) {
    return Wrapping.of(this, typed, "");
  }

  /** A value as guests see it. */
  Object wrap(Value value, Type type) {
    return wrap(new TypedValue(value, type));
  }

  /** Values as guests see them, of one type. */
  ListObject list(List<? extends Value> values, Type element) {
    return new ListObject(this, List.copyOf(values), element);
  }

  /** Whether a value hangs together with the run that it came from. */
  static boolean isBound(Value value) {
    return value instanceof ModelValue
        || value instanceof ObjectValue
        || value instanceof FunctionValue
        || value instanceof RecordValue fields
            && fields.fields().values().stream().anyMatch(Live::isBound)
        || value instanceof ListValue list && list.elements().stream().anyMatch(Live::isBound);
  }
}
