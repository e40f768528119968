package org.tidemark.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.DateValue;
import org.tidemark.spi.value.RunningValue;
import org.tidemark.spi.value.Value;

/** A declaration as it runs. Fields are evaluated when they are asked for. */
public interface DeclaredFields {
  /** The name under which it is declared; with its place in the list where it is repeated. */
  String name();

  /**
   * What identifies the declaration: equal for the same declaration in the same amended copy, and
   * for all the members of a repetition {@code [n]}.
   */
  Object identity();

  /** Whether a field is set. */
  boolean has(String field);

  /** A field's value. */
  Optional<Value> value(String field);

  /** A field's value as a quantity. */
  Optional<Quantity> quantity(String field);

  /** A field as it is written; absent where it is not set in place. */
  Optional<String> written(String field);

  /**
   * A field in parts: the entries of a record that is written in place, each evaluated by itself
   * when it is asked for, so that one without a value leaves the others theirs; else the field as
   * one part. Empty where it is not set.
   */
  List<FieldPart> parts(String field);

  /** The comparison in {@code when}. */
  Comparison comparison();

  /** The body of a kind whose body runs. */
  RunningBody body();

  /** Whether the value or the comparison reads the time since the start. */
  boolean readsClock();

  /**
   * Evaluates what reads the time since the start, as of a time.
   *
   * @param time since the start
   * @param work that asks for the comparison's sides
   */
  <T> T asOf(Quantity time, Supplier<T> work);

  /** Whether the value or the comparison reads the date. */
  boolean readsCalendar();

  /** Evaluates what reads the date, as of one. */
  <T> T asOf(DateValue date, Supplier<T> work);

  /** A field's value as of a time since the start, worked out afresh. */
  Value valueAsOf(String field, Quantity time);

  /** Calls a function-like value. */
  Value apply(Value function, List<Value> arguments);

  /**
   * Some work that is done once, when it is first asked for. Whoever asks rests on what it reads,
   * the first and all later ones.
   */
  <T> Supplier<T> once(Supplier<T> work);

  /** What surrounds the declaration. */
  Surroundings surroundings();

  /** The two sides of a comparison and what runs in them. */
  interface Comparison {
    /** {@code "<="} and the like. */
    String operator();

    /** The left side where it is one running value by itself, such as a curve. */
    Optional<RunningValue> leftRunning();

    /** The right side where it is one running value by itself. */
    Optional<RunningValue> rightRunning();

    /** The left side at a moment: a quantity, or a date. */
    Value left(Moment moment);

    /** The right side at a moment. */
    Value right(Moment moment);

    /** The left side's quantity while the given progress holds. */
    Quantity left(Quantity progress);

    /** The right side's quantity while the given progress holds. */
    Quantity right(Quantity progress);

    /** Everything running that both sides read, each once. */
    List<RunningValue> running();

    /** The comparison as it is written. */
    String text();
  }
}
