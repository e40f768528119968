package org.tidemark.spi;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.value.Value;

/** A body that runs, ready to be run by its kind. */
public interface RunningBody {
  /** Its states, in the order of the text, inherited ones first. */
  List<State> states();

  /** The helpers that are quantities. */
  List<String> helpers();

  /** What happens when a condition comes to hold. */
  List<Event> events();

  /** The conditions on the time alone in its laws, at which rates of change may jump. */
  List<Condition> switches();

  /** A helper at a moment. */
  Value helper(String name, Moment moment);

  /** A field that is read as it runs. */
  Value field(String name, Moment moment);

  /**
   * Some work that is done once, when it is first asked for. What it reads is what the declaration
   * rests on.
   */
  <T> Supplier<T> once(Supplier<T> work);

  /** Whether an input is followed, so that quantities carry tangents. */
  boolean isFollowed();

  /** One state, or several alike. */
  interface State {
    /** Its name. */
    String name();

    /** Whether it is a list. */
    boolean isRepeated();

    /** The value of each element at the start, in the unit to show it in. */
    List<Quantity> initial(Moment start);

    /** The word with which its law starts; empty where it has none and holds between events. */
    String law();

    /**
     * The law of an element, in base units. The point is the time since the start and then the
     * states, in their order; whatever else the law reads is what it is at the moment supplied.
     */
    NumericFunction law(int element, Supplier<Moment> present);

    /** The tangent of an element's law, in base units, where time and states carry theirs. */
    ToDoubleFunction<Moment> tangent(int element);
  }

  /** {@code when condition { state = value }}. */
  interface Event {
    /** The condition as it is written. */
    String text();

    /** Whether it happens at most once. */
    boolean once();

    /** When it happens: each time this comes to hold. */
    Condition condition();

    /** What it sets. */
    List<Assignment> assignments();
  }

  /** What an event sets a state to. */
  interface Assignment {
    /** The state. */
    String state();

    /** The value of each element, from what holds just before. */
    List<Quantity> value(Moment before);
  }

  /** What comes to hold and ceases to hold as something runs. */
  sealed interface Condition {
    /**
     * A comparison of two sides.
     *
     * @param gap the left side minus the right
     * @param tangent of the gap, where time and states carry theirs; dates have none
     * @param above whether it holds where that is positive
     * @param atZero whether it holds where that is zero
     */
    record Compared(
        ToDoubleFunction<Moment> gap,
        ToDoubleFunction<Moment> tangent,
        boolean above,
        boolean atZero)
        implements Condition {}

    /** Both of two. */
    record Both(Condition first, Condition second) implements Condition {}

    /** At least one of two. */
    record Either(Condition first, Condition second) implements Condition {}

    /** The contrary. */
    record Not(Condition of) implements Condition {}

    /** Anything else that is true or false. */
    record Truth(Predicate<Moment> holds) implements Condition {}
  }
}
