package org.tidemark.vocab.games;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.dynamicgame.FeedbackEquilibrium;
import org.tidemark.solve.dynamicgame.Timing;
import org.tidemark.solve.dynamicgame.UnsolvedGame;
import org.tidemark.spi.Problem;
import org.tidemark.spi.Progress;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.value.ListValue;
import org.tidemark.spi.value.ObjectValue;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TextValue;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** A game with its solution, which is looked for when it is first asked for. */
final class GameValue implements ObjectValue, Plottable {
  /** How far players' answers may differ, relative to their size, and still count as alike. */
  private static final double ALIKE = 1e-8;

  private final GameRules rules;
  private final Supplier<Solved> solved;

  /** The solution, and the unit in which payoffs come. */
  private record Solved(FeedbackEquilibrium solution, UnitExpression payoffUnit) {}

  GameValue(GameRules rules) {
    this.rules = rules;
    this.solved = rules.fields().once(this::solve);
  }

  GameRules rules() {
    return rules;
  }

  FeedbackEquilibrium solution() {
    return solved.get().solution();
  }

  private Solved solve() {
    Progress progress =
        rules.fields().surroundings().progress("solving the game ".concat(rules.name()), 0, "");
    FeedbackEquilibrium found;
    try {
      found = rules.solved();
    } finally {
      progress.close();
    }
    double middle = (found.game().low() + found.game().high()) / 2;
    double[] controls = new double[rules.players()];
    for (int i = 0; i < controls.length; i++) {
      controls[i] = found.strategy(i, middle);
    }
    return new Solved(found, rules.payoff(0, middle, controls).unit());
  }

  private UnitExpression valueUnit() {
    UnitExpression payoffUnit = solved.get().payoffUnit();
    return rules.timing() == Timing.CONTINUOUS
        ? UnitExpression.ofProduct(payoffUnit, Magnitudes.timeUnit())
        : payoffUnit;
  }

  /** Base units of a value for one of the solver's, which counts time in years. */
  private double valueFactor() {
    return rules.timing() == Timing.CONTINUOUS ? Magnitudes.timeUnit().toBase(1) : 1;
  }

  @Override
  public Value member(String name) {
    return switch (name) {
      case "strategy", "value", "marginal_value" -> answer(name, -1);
      case "player" -> new AskedValue("a player of " + rules.name(), this::player);
      case "change" ->
          new StateFunctionValue(
              "change", rules, state -> shown(this::change, state, rules.motionUnit()));
      case "steady_state" -> new QuantityValue(steadyState());
      case "steady_states" -> {
        List<Value> states = new ArrayList<>();
        for (double state : solution().steadyStates()) {
          states.add(new QuantityValue(rules.state(state)));
        }
        yield new ListValue(states);
      }
      case "convergence" -> new QuantityValue(convergence());
      case "path" -> new AskedValue("a path of " + rules.name(), this::path);
      case "residual" -> QuantityValue.pure(solution().residual());
      case "error" -> QuantityValue.pure(solution().errorEstimate());
      case "method" -> new TextValue(solution().method());
      default -> throw missing("a game has no " + name);
    };
  }

  /** What the players do in each state. */
  @Override
  public Drawing drawing(String name) {
    return new GameChart(this).strategies(name);
  }

  private double change(double state) {
    double motion = solution().motion(state);
    return rules.timing() == Timing.CONTINUOUS ? motion : motion - state;
  }

  static Problem missing(String message) {
    return Problem.of("E0513", message);
  }

  /** What one player answers in a state; -1 for all players where they are alike. */
  Value answer(String what, int player) {
    return switch (what) {
      case "strategy" ->
          new StateFunctionValue(
              "strategy",
              rules,
              state -> {
                alike(player);
                return shown(
                    x -> solution().strategy(Math.max(0, player), x), state, rules.controlUnit());
              });
      case "value" ->
          new StateFunctionValue(
              "value",
              rules,
              state -> {
                alike(player);
                double worth = at(x -> solution().value(Math.max(0, player), x), state);
                return new QuantityValue(new Quantity(worth * valueFactor(), valueUnit()));
              });
      case "marginal_value" ->
          new StateFunctionValue(
              "marginal value",
              rules,
              state -> {
                alike(player);
                double worth = at(x -> solution().marginalValue(Math.max(0, player), x), state);
                return new QuantityValue(
                    new Quantity(
                        worth * valueFactor() / rules.stateUnit().toBase(1),
                        UnitExpression.ofQuotient(valueUnit(), rules.stateUnit())));
              });
      default -> throw missing("a player has no " + what);
    };
  }

  private void alike(int player) {
    if (player < 0 && !areAlike()) {
      throw missing(
              "the players of "
                  + rules.name()
                  + " differ, so there is no one strategy or value for all of them")
          .withHelp("ask one of them: " + rules.name() + ".player(0).strategy(...)");
    }
  }

  /** Whether all players answer alike, as far as rounding tells. */
  boolean areAlike() {
    FeedbackEquilibrium found = solution();
    double low = found.game().low();
    double high = found.game().high();
    double[] states = {low, low / 2 + high / 2, high};
    for (int i = 1; i < rules.players(); i++) {
      int other = i;
      if (differ(states, x -> found.strategy(0, x), x -> found.strategy(other, x))
          || differ(states, x -> found.value(0, x), x -> found.value(other, x))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two functions differ by more than rounding, as a part of their largest value. */
  private static boolean differ(double[] states, DoubleUnaryOperator one, DoubleUnaryOperator two) {
    double size = 0;
    double gap = 0;
    for (double state : states) {
      double first = one.applyAsDouble(state);
      double second = two.applyAsDouble(state);
      size = Math.max(size, Math.max(Math.abs(first), Math.abs(second)));
      gap = Math.max(gap, Math.abs(first - second));
    }
    return gap > ALIKE * size;
  }

  private Value player(Value asked) {
    double number = Magnitudes.quantity(asked, "player").magnitude();
    if (!(number >= 0 && number < rules.players() && number == Math.rint(number))) {
      throw Problem.of(
              "E0501",
              "the players of " + rules.name() + " are numbered from 0 to " + (rules.players() - 1))
          .withHelp("ask for one of these");
    }
    return new PlayerValue(this, (int) number);
  }

  /** What the solution says of a state that a script asks for, in the solver's units. */
  private double at(DoubleUnaryOperator function, Value state) {
    Quantity asked = Magnitudes.quantity(state, "a state");
    try {
      return function.applyAsDouble(rules.stateUnit().fromBase(asked.magnitude()));
    } catch (UnsolvedGame outside) {
      throw outside(asked);
    }
  }

  private Problem outside(Quantity asked) {
    return Problem.of(
            "E0501",
            "the game "
                + rules.name()
                + " is solved from "
                + rules.low().text()
                + " to "
                + rules.high().text()
                + ", and this state is "
                + asked.text())
        .withHelp("ask for one inside, or widen the interval");
  }

  private Value shown(DoubleUnaryOperator function, Value state, UnitExpression unit) {
    return new QuantityValue(Quantity.of(at(function, state), unit));
  }

  Quantity steadyState() {
    List<Double> states = solution().steadyStates();
    if (states.size() != 1) {
      throw missing(
              "the game "
                  + rules.name()
                  + " comes to rest in "
                  + (states.isEmpty() ? "no state" : states.size() + " states"))
          .withHelp("look at steady_states");
    }
    return rules.state(states.get(0));
  }

  private Quantity convergence() {
    double rate = solution().convergence(steadyState().in(rules.stateUnit()));
    return rules.timing() == Timing.CONTINUOUS
        ? Quantity.of(rate, UnitExpression.NONE.over(Magnitudes.timeUnit()))
        : Quantity.pure(rate);
  }

  private Value path(Value from) {
    double start = at(state -> state, from);
    if (!(start >= solution().game().low() && start <= solution().game().high())) {
      throw outside(Magnitudes.quantity(from, "a state"));
    }
    return new GamePathValue(this, start);
  }

  @Override
  public String summary() {
    return rules.name()
        + ": a game of "
        + rules.players()
        + (rules.players() == 1 ? " player" : " players")
        + " from "
        + rules.low().text()
        + " to "
        + rules.high().text();
  }

  @Override
  public String describe() {
    return "a game";
  }
}
