package org.tidemark.vocab.games;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.spi.NumericArgument;
import org.tidemark.spi.NumericResult;
import org.tidemark.spi.NumericShortcut;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.Value;

/** The payoffs and the motion of a game as its solver asks for them, many times. */
final class Ruled {
  private final GameRules rules;
  private final List<NumericShortcut> payoffs = new ArrayList<>();
  private final NumericShortcut motion;

  Ruled(GameRules rules) {
    this.rules = rules;
    for (int player = 0; player < rules.players(); player++) {
      // which player it is decides what is read, so each has a short cut of its own
      payoffs.add(shortcut(GameKind.PAYOFF, List.of(QuantityValue.pure(player))));
    }
    motion = shortcut(GameKind.MOTION, List.of());
  }

  private NumericShortcut shortcut(String field, List<Value> fixed) {
    List<NumericArgument> arguments = new ArrayList<>();
    arguments.add(NumericArgument.quantity(rules.stateUnit()));
    arguments.add(
        new NumericArgument.Several(
            Collections.nCopies(rules.players(), NumericArgument.quantity(rules.controlUnit()))));
    fixed.forEach(value -> arguments.add(new NumericArgument.Fixed(value)));
    return rules
        .fields()
        .surroundings()
        .shortcut(
            List.of(rules.fields().value(field).orElseThrow()),
            arguments,
            List.of(NumericResult.quantity()));
  }

  /** What a player earns, in base units. */
  double payoff(int player, double state, double[] controls) {
    return asked(
        payoffs.get(player),
        state,
        controls,
        () -> rules.payoff(player, state, controls).magnitude());
  }

  /** Where the state moves, in base units. */
  double motion(double state, double[] controls) {
    return asked(motion, state, controls, () -> rules.motion(state, controls).magnitude());
  }

  private double asked(
      NumericShortcut shortcut, double state, double[] controls, DoubleSupplier called) {
    double[] point = new double[1 + controls.length];
    point[0] = rules.state(state).magnitude();
    for (int i = 0; i < controls.length; i++) {
      point[i + 1] = Quantity.of(controls[i], rules.controlUnit()).magnitude();
    }
    double[] value = new double[1];
    if (shortcut.at(point, value)) {
      return value[0];
    }
    try {
      return called.getAsDouble();
    } finally {
      shortcut.called();
    }
  }
}
