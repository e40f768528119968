package org.tidemark.vocab.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.quantity.Quantity;
import org.tidemark.quantity.UnitExpression;
import org.tidemark.solve.dynamicgame.StatePath;
import org.tidemark.solve.dynamicgame.Timing;
import org.tidemark.solve.dynamicgame.UnsolvedGame;
import org.tidemark.spi.Problem;
import org.tidemark.spi.plot.Drawing;
import org.tidemark.spi.plot.Plottable;
import org.tidemark.spi.type.QuantityType;
import org.tidemark.spi.type.Type;
import org.tidemark.spi.type.Types;
import org.tidemark.spi.value.QuantityValue;
import org.tidemark.spi.value.TableValue;
import org.tidemark.spi.value.Tabular;
import org.tidemark.spi.value.Value;
import org.tidemark.vocab.common.Magnitudes;

/** The course of a game's state over time, from a state on. */
final class GamePathValue implements Tabular, Plottable {
  private static final int MOST_ROWS = 100_000;

  /** A table ends where this part of the way to the place of rest is left. */
  private static final double LEFT = 1e-3;

  /** So near to it, relative to the states, counts as there. */
  private static final double AT_REST = 1e-9;

  private static final int MOST_DOUBLINGS = 60;

  private final GameValue game;
  private final double start;
  private StatePath path;

  GamePathValue(GameValue game, double start) {
    this.game = game;
    this.start = start;
  }

  private boolean continuous() {
    return game.rules().timing() == Timing.CONTINUOUS;
  }

  private UnitExpression timeUnit() {
    return continuous() ? Magnitudes.timeUnit() : UnitExpression.NONE;
  }

  /** A path that reaches a time; one that was followed far enough serves again. */
  private synchronized StatePath until(double time) {
    if (path == null || path.horizon() < time) {
      try {
        path = game.solution().path(start, Math.max(1, time));
      } catch (UnsolvedGame refused) {
        throw Problem.of("E0501", refused.reason()).withHelp(refused.cure());
      }
    }
    return path;
  }

  private double at(double time) {
    return until(time).at(time);
  }

  @Override
  public Type parameter() {
    return QuantityType.of(timeUnit());
  }

  @Override
  public Value call(Value argument) {
    Quantity asked = Magnitudes.quantity(argument, "a path");
    double time = timeUnit().fromBase(asked.magnitude());
    if (!(time >= 0) || Double.isInfinite(time) || !continuous() && time != Math.rint(time)) {
      throw Problem.of(
              "E0501",
              continuous()
                  ? "a path begins at 0 year, and this is " + asked.text()
                  : "a path is asked after a whole number of steps, and this is " + asked.text())
          .withHelp("ask for " + (continuous() ? "a later time" : "a whole number of at least 0"));
    }
    return new QuantityValue(game.rules().state(at(time)));
  }

  @Override
  public TableValue rows(Optional<Quantity> every) {
    if (every.isPresent() && continuous() != every.get().dimension().equals(Types.TIME)) {
      throw Problem.of(
              "E0308",
              continuous()
                  ? "the step between rows is a time, and this is " + every.get().text()
                  : "the step between rows is a number of steps, and this is " + every.get().text())
          .withHelp(continuous() ? "for example every: 1 year" : "for example every: 1")
          .about("every");
    }
    double step = every.map(Quantity::magnitude).map(timeUnit()::fromBase).orElse(1.0);
    if (!(step > 0) || !continuous() && step != Math.rint(step)) {
      throw Problem.of("E0501", "the step between rows is above zero, and whole in a game of steps")
          .withHelp(continuous() ? "for example every: 1 year" : "for example every: 1")
          .about("every");
    }
    double end = end();
    if (end / step > MOST_ROWS) {
      throw Problem.of("E0501", "the path has more than " + MOST_ROWS + " rows")
          .withHelp("take longer steps")
          .about("every");
    }
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; (i - 1) * step < end; i++) {
      rows.add(
          List.of(
              new QuantityValue(Quantity.of(i * step, timeUnit())),
              new QuantityValue(game.rules().state(at(i * step)))));
    }
    return new TableValue(List.of("t", "state"), rows);
  }

  /** The state until all but a small part of the way to the place of rest is past. */
  @Override
  public Drawing drawing(String name) {
    boolean one = game.solution().steadyStates().size() == 1;
    return new GameChart(game).path(name, this::at, one ? end() : Double.NaN, continuous());
  }

  /** When all but a small part of the way to the place of rest is past. */
  private double end() {
    double rest = game.steadyState().in(game.rules().stateUnit());
    // a path that starts at rest, as far as that is known, has no way to go
    double size =
        Math.max(Math.abs(game.solution().game().low()), Math.abs(game.solution().game().high()));
    double near = Math.max(LEFT * Math.abs(start - rest), AT_REST * size);
    double end = 1;
    for (int i = 0; Math.abs(at(end) - rest) > near; i++) {
      if (i == MOST_DOUBLINGS) {
        throw Problem.of("E0501", "the path never comes near its place of rest, so it has no end")
            .withHelp("ask for it at times of your choice");
      }
      end *= 2;
    }
    double before = 0;
    while (end - before > (continuous() ? 1e-3 * end : 1)) {
      double middle = continuous() ? (before + end) / 2 : Math.floor((before + end) / 2);
      if (Math.abs(at(middle) - rest) > near) {
        before = middle;
      } else {
        end = middle;
      }
    }
    return end;
  }

  @Override
  public Value member(String name) {
    throw GameValue.missing("a path has no " + name);
  }

  @Override
  public String summary() {
    return "path of " + game.rules().name() + " from " + game.rules().state(start).text();
  }

  @Override
  public String describe() {
    return "a path";
  }
}
