package org.tidemark.vocab.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.tidemark.solve.ode.Switch;
import org.tidemark.spi.Moment;
import org.tidemark.spi.RunningBody.Condition;

/**
 * Conditions as they come to hold and cease to hold. Each comparison in them is a number whose sign
 * is followed: it changes where an integration has located that, or where the states jump, and not
 * by the rounding of a number that is zero.
 */
final class Watch {
  private final List<Condition> leaves = new ArrayList<>();
  private boolean[] above = new boolean[0];

  /** Zero at the instant last looked at, so that what comes right after decides. */
  private boolean[] open = new boolean[0];

  /** Zero there and as far as one can see from there, so that leaving zero is a crossing. */
  private boolean[] level = new boolean[0];

  private List<Integer> crossed = List.of();

  /** A condition whose comparisons have their places here. */
  sealed interface Node {
    /** A comparison, or a truth. */
    record Leaf(int index) implements Node {}

    /** Two conditions. */
    record Pair(Node first, Node second, boolean both) implements Node {}

    /** The contrary of a condition. */
    record Contrary(Node of) implements Node {}
  }

  /** Takes a condition in. */
  Node add(Condition condition) {
    if (condition instanceof Condition.Both both) {
      return new Node.Pair(add(both.first()), add(both.second()), true);
    }
    if (condition instanceof Condition.Either either) {
      return new Node.Pair(add(either.first()), add(either.second()), false);
    }
    if (condition instanceof Condition.Not not) {
      return new Node.Contrary(add(not.of()));
    }
    leaves.add(condition);
    above = new boolean[leaves.size()];
    open = new boolean[leaves.size()];
    level = new boolean[leaves.size()];
    return new Node.Leaf(leaves.size() - 1);
  }

  /** Whether a condition holds, as the signs are now. */
  boolean holds(Node node) {
    if (node instanceof Node.Pair pair) {
      return pair.both()
          ? holds(pair.first()) && holds(pair.second())
          : holds(pair.first()) || holds(pair.second());
    }
    if (node instanceof Node.Contrary contrary) {
      return !holds(contrary.of());
    }
    int index = ((Node.Leaf) node).index();
    return !(leaves.get(index) instanceof Condition.Compared compared)
        ? above[index]
        : above[index] == compared.above();
  }

  /** The numbers behind the comparisons at a moment. */
  double[] gaps(Moment moment) {
    double[] gaps = new double[leaves.size()];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gap(i, moment);
    }
    return gaps;
  }

  private double gap(int index, Moment moment) {
    return leaves.get(index) instanceof Condition.Compared compared
        ? compared.gap().applyAsDouble(moment)
        : ((Condition.Truth) leaves.get(index)).holds().test(moment) ? 1 : -1;
  }

  /** The tangents of the numbers behind some comparisons at a moment that moves. */
  double tangent(int index, Moment moment) {
    return leaves.get(index) instanceof Condition.Compared compared
        ? compared.tangent().applyAsDouble(moment)
        : Double.NaN;
  }

  /**
   * Takes the signs anew where the numbers have changed by a jump, or are seen first: as they are
   * at that instant, where a number that is zero holds or not as its comparison says. Where such a
   * number goes from there, {@link #lookAhead} tells.
   *
   * @param before the numbers before the jump; null at the start
   * @param isSet whether what was set by the jump decides about a number, which then counts as set
   *     anew even where it is what it was
   */
  void look(double[] before, double[] gaps, IntPredicate isSet) {
    for (int i = 0; i < gaps.length; i++) {
      boolean same = before != null && before[i] == gaps[i];
      if (!same || gaps[i] == 0 && isSet.test(i)) {
        above[i] = gaps[i] != 0 ? gaps[i] > 0 : isAboveAtZero(i);
        open[i] = gaps[i] == 0;
        level[i] = false;
      } else if (crossed.contains(i)) {
        // it is zero but for rounding, and the jump may have turned it back
        open[i] = true;
      }
    }
  }

  /**
   * Takes the signs as they are right after an instant, of numbers that were zero at it.
   *
   * @param ahead a moment a little later
   */
  void lookAhead(Moment ahead) {
    for (int i = 0; i < open.length; i++) {
      if (open[i]) {
        double gap = gap(i, ahead);
        above[i] = gap == 0 ? above[i] : gap > 0;
        level[i] = gap == 0;
        open[i] = false;
      }
    }
  }

  /** Whether the sign of some number is told by what comes right after. */
  boolean isOpen() {
    for (boolean each : open) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private boolean isAboveAtZero(int index) {
    Condition.Compared compared = (Condition.Compared) leaves.get(index);
    return compared.above() == compared.atZero();
  }

  /** Turns the signs of those that an integration has found to cross. */
  void crossed(List<Integer> fired) {
    crossed = fired;
    for (int index : fired) {
      above[index] = !above[index];
      level[index] = false;
    }
  }

  /** What an integration has to look out for: each number reaching the other side of zero. */
  List<Switch> switches(SystemRun run) {
    List<Switch> switches = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      int index = i;
      double sign = above[i] ? -1 : 1;
      double atZero = level[i] ? -Double.MIN_VALUE : 0;
      switches.add(
          (time, states) -> {
            double gap = gap(index, run.moment(time, states));
            return gap == 0 ? atZero : sign * gap;
          });
    }
    return switches;
  }
}
