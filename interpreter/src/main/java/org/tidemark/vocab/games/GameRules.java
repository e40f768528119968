package org.tidemark.vocab.games;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.tidemark.quantity.NumberText;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.dynamicgame.DynamicGame;
import org.tidemark.solve.dynamicgame.FeedbackEquilibrium;
import org.tidemark.solve.dynamicgame.Timing;
import org.tidemark.solve.dynamicgame.UnsolvedGame;
import org.tidemark.spi.DeclaredFields;
import org.tidemark.spi.Problem;
import org.tidemark.spi.value.IntervalValue;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/**
 * A game as it was declared. The solver works in the units in which the interval of states and the
 * controls are written, and in years.
 *
 * @param name the game's name
 * @param fields what was declared
 * @param timing continuous with a discount rate, else in steps
 * @param players how many there are
 * @param low the lowest state
 * @param high the highest, in whose unit states are shown
 * @param controlUnit in which controls are shown
 */
record GameRules(
    String name,
    DeclaredFields fields,
    Timing timing,
    int players,
    Quantity low,
    Quantity high,
    UnitExpression controlUnit) {
  private static final double TOLERANCE = 1e-9;
  private static final int MOST_PLAYERS = 20;

  static GameRules of(DeclaredFields fields) {
    Timing timing = fields.has(GameKind.DISCOUNT_RATE) ? Timing.CONTINUOUS : Timing.STEPS;
    double players = fields.quantity(GameKind.PLAYERS).map(Quantity::magnitude).orElse(2.0);
    if (!(players >= 1 && players <= MOST_PLAYERS && players == Math.rint(players))) {
      throw Problem.of(
              "E0501",
              "a game has from 1 to "
                  + MOST_PLAYERS
                  + " players, and this one has "
                  + NumberText.sensible(players))
          .withHelp("give a whole number")
          .about(GameKind.PLAYERS);
    }
    IntervalValue states = (IntervalValue) fields.value(GameKind.STATE).orElseThrow();
    Quantity low = Magnitudes.quantity(states.from(), GameKind.STATE);
    Quantity high = Magnitudes.quantity(states.to(), GameKind.STATE);
    if (!(low.magnitude() < high.magnitude())) {
      throw Problem.of(
              "E0501",
              "the states of a game begin below their end, and these go from "
                  + low.text()
                  + " to "
                  + high.text())
          .withHelp("give the lower end first")
          .about(GameKind.STATE);
    }
    UnitExpression unit = Magnitudes.commonUnit(List.of(high, low));
    GameRules rules =
        new GameRules(
            fields.name(),
            fields,
            timing,
            (int) players,
            new Quantity(low.magnitude(), unit),
            new Quantity(high.magnitude(), unit),
            UnitExpression.NONE);
    IntervalValue controls = rules.controls(rules.high());
    UnitExpression controlUnit =
        Magnitudes.commonUnit(
            List.of(
                Magnitudes.quantity(controls.to(), GameKind.CONTROL),
                Magnitudes.quantity(controls.from(), GameKind.CONTROL)));
    return new GameRules(
        rules.name, fields, timing, rules.players, rules.low, rules.high, controlUnit);
  }

  private IntervalValue controls(Quantity state) {
    Value control = fields.value(GameKind.CONTROL).orElseThrow();
    return control instanceof IntervalValue interval
        ? interval
        : (IntervalValue) fields.apply(control, List.of(new QuantityValue(state)));
  }

  UnitExpression stateUnit() {
    return high.unit();
  }

  /** In which the motion comes out. */
  UnitExpression motionUnit() {
    return timing == Timing.CONTINUOUS ? stateUnit().over(Magnitudes.timeUnit()) : stateUnit();
  }

  Quantity state(double number) {
    return Quantity.of(number, stateUnit());
  }

  /** What a player earns. */
  Quantity payoff(int player, double state, double[] controls) {
    Value payoff = fields.value(GameKind.PAYOFF).orElseThrow();
    return Magnitudes.quantity(
        fields.apply(
            payoff,
            List.of(new QuantityValue(state(state)), list(controls), QuantityValue.pure(player))),
        GameKind.PAYOFF);
  }

  Quantity motion(double state, double[] controls) {
    Value motion = fields.value(GameKind.MOTION).orElseThrow();
    return Magnitudes.quantity(
        fields.apply(motion, List.of(new QuantityValue(state(state)), list(controls))),
        GameKind.MOTION);
  }

  private Value list(double[] controls) {
    List<Value> values = new ArrayList<>(controls.length);
    for (double control : controls) {
      values.add(new QuantityValue(Quantity.of(control, controlUnit)));
    }
    return new ListValue(values);
  }

  /**
   * The equilibrium.
   *
   * @throws Problem where there is none
   */
  FeedbackEquilibrium solved() {
    double tolerance =
        fields.quantity(GameKind.TOLERANCE).map(Quantity::magnitude).orElse(TOLERANCE);
    if (!(tolerance > 0)) {
      throw Problem.of("E0501", "a tolerance is above zero")
          .withHelp("leave it out, or give for example 1e-9")
          .about(GameKind.TOLERANCE);
    }
    Undefined undefined = new Undefined();
    Ruled ruled = new Ruled(this);
    try {
      DynamicGame game =
          new DynamicGame(
              timing,
              low.in(stateUnit()),
              high.in(stateUnit()),
              logarithmic(),
              discounts(),
              (player, state, controls) ->
                  undefined.guarded(() -> ruled.payoff(player, state, controls)),
              (state, controls) ->
                  undefined.guarded(() -> motionUnit().fromBase(ruled.motion(state, controls))),
              new DeclaredBounds());
      return FeedbackEquilibrium.of(game, tolerance);
    } catch (UnsolvedGame refused) {
      throw undefined.with(problem(refused));
    }
  }

  /** A refusal in the units of the game. */
  Problem problem(UnsolvedGame refused) {
    StringBuilder where = new StringBuilder("the game ").append(name).append(" is not solved: ");
    if (refused.player().isPresent() && players > 1) {
      where.append("player ").append(refused.player().getAsInt()).append(", ");
    }
    if (refused.state().isPresent()) {
      where.append("at the state ").append(state(refused.state().getAsDouble()).text(4));
      where.append(", ");
    }
    return Problem.noSolution("E0620", where + refused.reason()).withHelp(refused.cure());
  }

  /** Whether equal factors of states are equally near to each other. */
  boolean logarithmic() {
    if (!fields.has(GameKind.SPACING)) {
      return false;
    }
    String spacing = ((TextValue) fields.value(GameKind.SPACING).orElseThrow()).text();
    if (!spacing.equals(GameKind.LINEAR) && !spacing.equals(GameKind.LOGARITHMIC)) {
      throw Problem.of("E0501", "there is no spacing called \"" + spacing + "\"")
          .withHelp("it is \"linear\" or \"logarithmic\"")
          .about(GameKind.SPACING);
    }
    return spacing.equals(GameKind.LOGARITHMIC);
  }

  private List<Double> discounts() {
    String field = timing == Timing.CONTINUOUS ? GameKind.DISCOUNT_RATE : GameKind.DISCOUNT_FACTOR;
    Value value = fields.value(field).orElseThrow();
    if (!(value instanceof ListValue list)) {
      return Collections.nCopies(players, discount(value, field));
    }
    if (list.elements().size() != players) {
      throw Problem.of(
              "E0501",
              "the game "
                  + name
                  + " has "
                  + players
                  + " players, and this list has "
                  + list.elements().size()
                  + (list.elements().size() == 1 ? " element" : " elements"))
          .withHelp("give one for each player, or one for all")
          .about(field);
    }
    List<Double> discounts = new ArrayList<>();
    for (Value element : list.elements()) {
      discounts.add(discount(element, field));
    }
    return discounts;
  }

  private double discount(Value value, String field) {
    double magnitude = Magnitudes.quantity(value, field).magnitude();
    boolean continuous = timing == Timing.CONTINUOUS;
    if (!(continuous ? magnitude > 0 : magnitude >= 0 && magnitude < 1)) {
      throw Problem.of(
              "E0501",
              continuous
                  ? "a discount rate is above zero, and this is "
                      + Magnitudes.quantity(value, field).text()
                  : "a discount factor lies from 0 up to 1, and this is "
                      + NumberText.sensible(magnitude))
          .withHelp("without discounting, a value over all time is not finite")
          .about(field);
    }
    return continuous
        ? UnitExpression.NONE.over(Magnitudes.timeUnit()).fromBase(magnitude)
        : magnitude;
  }

  /** The bounds as declared, in the unit of the controls. */
  private final class DeclaredBounds implements DynamicGame.Bounds {
    private final Optional<IntervalValue> fixed =
        fields
            .value(GameKind.CONTROL)
            .filter(IntervalValue.class::isInstance)
            .map(IntervalValue.class::cast);

    private double end(double state, boolean lowest) {
      IntervalValue bounds = fixed.orElseGet(() -> controls(state(state)));
      Value end = lowest ? bounds.from() : bounds.to();
      return controlUnit.fromBase(Magnitudes.quantity(end, GameKind.CONTROL).magnitude());
    }

    @Override
    public double lowest(int player, double state) {
      return end(state, true);
    }

    @Override
    public double highest(int player, double state) {
      return end(state, false);
    }
  }

  /** Remembers what the functions first said where they are not defined. */
  private final class Undefined {
    private String message;

    double guarded(DoubleSupplier work) {
      try {
        double number = work.getAsDouble();
        return Double.isInfinite(number) ? Double.NaN : number;
      } catch (RuntimeException undefined) {
        // which exception it is, is up to whoever evaluates the function
        fields.surroundings().checkpoint();
        if (message == null) {
          message = undefined.getMessage();
        }
        return Double.NaN;
      }
    }

    Problem with(Problem problem) {
      return message == null
          ? problem
          : problem.withHelp("where the payoff or the motion is not defined it says: " + message);
    }
  }
}
