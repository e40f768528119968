package org.tidemark.vocab.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Surroundings;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.ObjectType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.Sequence;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Value;

/** The elements of what counts as a list: lists, sequences and, where wanted, rows of a table. */
public final class Elements {
  /** The most elements that a list may come to have. */
  public static final int LIMIT = 1_000_000;

  /** The part of a step by which the last value of a sequence may miss its end. */
  /** How many steps of a loop pass between two checkpoints. */
  private static final int STRIDE = 256;

  private Elements() {}

  /** The type of an element; unknown where the type is no list's. */
  public static Type of(Type type) {
    if (type instanceof ListType list) {
      return list.element();
    }
    return type instanceof IntervalType interval ? interval.element() : BasicType.UNKNOWN;
  }

  /** The type of a row where the type is a table's, else of an element. */
  public static Type rowOrElement(Type type) {
    return Takes.rowOrElement(type);
  }

  /** The quantity that a type stands for, else the type itself. */
  public static Type plain(Type type) {
    return type instanceof ObjectType object && object.quantity().isPresent()
        ? object.quantity().get()
        : type;
  }

  /** The elements of a list or a sequence. */
  public static List<Value> of(Value value) {
    if (value instanceof ListValue list) {
      return list.elements();
    }
    if (value instanceof IntervalValue interval) {
      return Sequence.of(interval);
    }
    throw Problem.of("E0503", "this is " + value.describe() + " where a list is wanted")
        .withHelp("a list is written [1, 2, 3]");
  }

  /** The rows of a table as records, or the elements of a list or a sequence. */
  public static List<Value> rowsOrElements(Value value) {
    if (!(value instanceof TableValue table)) {
      return of(value);
    }
    List<Value> rows = new ArrayList<>(table.rows().size());
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(table.row(i));
    }
    return rows;
  }

  /** The values from one to another. */
  public static List<Value> sequence(Value from, Value to, Optional<Value> step) {
    return Sequence.of(new IntervalValue(from, to, step));
  }

  /** Refuses a list that would come to have too many elements. */
  public static void limit(double count) {
    if (!(count <= LIMIT)) {
      throw Problem.of("E0505", "this list would have more than 1000000 values")
          .withHelp("take a larger step, or fewer rows");
    }
  }

  /** Refuses a list that would come to have too many elements, here or for whoever runs it. */
  public static void limit(double count, Surroundings surroundings) {
    limit(count);
    surroundings.allow((long) count);
  }

  /** Refuses a list without elements. */
  public static void notEmpty(List<Value> values, String function) {
    if (values.isEmpty()) {
      throw Problem.of("E0514", function + " of an empty list has no value")
          .withHelp("check first: if length(xs) > 0 then " + function + "(xs) else ...");
    }
  }

  /** Lets whoever wants the evaluation to stop have their way, now and then. */
  public static void checkpoint(int step, Surroundings surroundings) {
    if (step % STRIDE == STRIDE - 1) {
      surroundings.checkpoint();
    }
  }
}
