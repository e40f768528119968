package org.tidemark.vocab.games;

import java.util.List;
import java.util.Optional;
import org.tidemark.spi.DeclarationCheck;
import org.tidemark.spi.type.BasicType;
import org.tidemark.spi.type.FunctionType;
import org.tidemark.spi.type.IntervalType;
import org.tidemark.spi.type.ListType;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;

/** Whether the parts of a game fit together, told from their dimensions. */
final class GameCheck {
  private final DeclarationCheck declaration;

  GameCheck(DeclarationCheck declaration) {
    this.declaration = declaration;
  }

  Type type() {
    boolean continuous = declaration.has(GameKind.DISCOUNT_RATE);
    if (continuous == declaration.has(GameKind.DISCOUNT_FACTOR)) {
      declaration.problem(
          continuous ? GameKind.DISCOUNT_FACTOR : null,
          "E0406",
          continuous
              ? "a game has a discount_rate or a discount_factor, and this one has both"
              : "a game needs a discount_rate, or a discount_factor where time goes in steps",
          "discount_rate = 5 %/year makes time continuous",
          "discount_factor = 0.95 lets it go in steps");
      return BasicType.UNKNOWN;
    }
    Optional<QuantityType> state = ends(GameKind.STATE, declaration.type(GameKind.STATE));
    if (state.isEmpty()) {
      return BasicType.UNKNOWN;
    }
    Optional<QuantityType> control = control(state.get());
    if (control.isEmpty()) {
      return BasicType.UNKNOWN;
    }
    ListType controls = new ListType(control.get());
    motion(state.get(), controls, continuous);
    Optional<QuantityType> payoff =
        given(GameKind.PAYOFF, List.of(state.get(), controls, QuantityType.PURE), "a payoff");
    constants();
    return payoff
        .<Type>map(flow -> GameType.of(state.get(), control.get(), flow, continuous))
        .orElse(BasicType.UNKNOWN);
  }

  private Optional<QuantityType> control(QuantityType state) {
    Type type = declaration.type(GameKind.CONTROL);
    if (type instanceof FunctionType) {
      return ends(GameKind.CONTROL, declaration.apply(type, List.of(state)));
    }
    return ends(GameKind.CONTROL, type);
  }

  private Optional<QuantityType> ends(String field, Type type) {
    Optional<IntervalType> interval = GameKind.interval(type);
    Optional<QuantityType> ends = interval.flatMap(found -> Types.quantity(found.element()));
    if (ends.isPresent() && ends.get().isZero()) {
      ends = Optional.of(QuantityType.PURE);
    }
    boolean unknown =
        type == BasicType.UNKNOWN
            || interval.isPresent() && interval.get().element() == BasicType.UNKNOWN;
    if (ends.isEmpty() && !unknown) {
      declaration.problem(
          field,
          "E0406",
          field + " is an interval of quantities, and this is " + type.describe(),
          "for example 3 USD .. 10 USD");
    }
    return ends;
  }

  private void motion(QuantityType state, ListType controls, boolean continuous) {
    QuantityType wanted = continuous ? state.over(Types.DURATION) : state;
    Optional<QuantityType> motion = given(GameKind.MOTION, List.of(state, controls), "a motion");
    if (motion.isPresent() && !motion.get().fits(wanted)) {
      declaration.problem(
          GameKind.MOTION,
          "E0406",
          (continuous
                  ? "the motion is the state's change per time, "
                  : "the motion is the next" + " state, ")
              + wanted.describe()
              + ", and this gives "
              + motion.get().describe(),
          continuous && motion.get().fits(state)
              ? "with discount_factor in place of discount_rate it is the next state"
              : "give it in " + wanted.unit().text());
    }
  }

  private Optional<QuantityType> given(String field, List<Type> arguments, String what) {
    Type type = declaration.type(field);
    if (type == BasicType.UNKNOWN) {
      return Optional.empty();
    }
    Type result = declaration.apply(type, arguments);
    Optional<QuantityType> quantity = Types.quantity(result);
    if (quantity.isEmpty() && result != BasicType.UNKNOWN) {
      declaration.problem(
          field,
          "E0406",
          what + " is a quantity, and this function gives " + result.describe(),
          "let it give a number with its unit");
    }
    return quantity;
  }

  private void constants() {
    Optional<Double> players = declaration.constant(GameKind.PLAYERS);
    if (players.isPresent() && !(players.get() >= 1 && players.get() == Math.rint(players.get()))) {
      declaration.problem(
          GameKind.PLAYERS, "E0406", "players are counted", "give a whole number of at least 1");
    }
  }
}
