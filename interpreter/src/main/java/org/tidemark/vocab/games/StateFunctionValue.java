package org.tidemark.vocab.games;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tidemark.spi.plot.Axis;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/**
 * What a game's solution says of each state.
 *
 * @param words what it says
 * @param rules of the game
 * @param work its value in a state
 */
record StateFunctionValue(String words, GameRules rules, UnaryOperator<Value> work)
    implements ObjectValue, Plottable {
  @Override
  public Type parameter() {
    return QuantityType.of(rules.low().unit());
  }

  @Override
  public Value call(Value state) {
    return work.apply(state);
  }

  /** Along the states for which the game is solved. */
  @Override
  public Drawing drawing(String name) {
    Value low = new QuantityValue(rules.low());
    Value high = new QuantityValue(rules.high());
    // players who differ have no answer in common, and say so at once
    work.apply(low);
    return new Drawing.Course(
        "state",
        words,
        work,
        Optional.of(new IntervalValue(low, high, Optional.empty())),
        rules.logarithmic() ? Axis.Scale.LOG : Axis.Scale.LINEAR,
        Axis.Scale.LINEAR,
        List.of());
  }

  @Override
  public Value member(String name) {
    throw GameValue.missing("a function has no " + name);
  }

  @Override
  public String summary() {
    return "the " + words;
  }

  @Override
  public String describe() {
    return "a function";
  }
}
