package org.tidemark.vocab.games;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tidemark.solve.dynamicgame.FeedbackEquilibrium;
import org.tidemark.spi.plot.Chart;
import org.tidemark.spi.plot.Coordinates;
import org.tidemark.spi.plot.Mark;
import org.tidemark.spi.plot.Marker;
import org.tidemark.spi.plot.Series;
import org.tidemark.vocab.charts.Charts;
import org.tidemark.vocab.charts.Grid;
import org.tidemark.vocab.charts.Side;
import org.tidemark.vocab.common.Magnitudes;

/** What players of a game do in each state, and where a path leads. */
final class GameChart {
  /** So many years or steps of a path are drawn that has no one place to rest. */
  private static final double LONG = 30;

  private static final int MOST_STEPS = 400;

  private final GameValue game;

  GameChart(GameValue game) {
    this.game = game;
  }

  /** The controls of the players, once where they are alike. */
  Chart strategies(String name) {
    FeedbackEquilibrium solution = game.solution();
    GameRules rules = game.rules();
    Side x = Side.of("state", rules.stateUnit());
    Side y = Side.of("control", rules.controlUnit());
    x = rules.logarithmic() ? x.logarithmic() : x;
    double low = solution.game().low();
    double high = solution.game().high();
    double[] states = rules.logarithmic() ? Grid.logarithmic(low, high) : Grid.linear(low, high);
    List<Series> series = new ArrayList<>();
    int shown = game.areAlike() ? 1 : rules.players();
    for (int i = 0; i < shown; i++) {
      int player = i;
      series.add(
          Charts.line(
              shown == 1 ? name : "player " + player,
              Coordinates.of(states),
              Coordinates.of(at(states, state -> solution.strategy(player, state)))));
    }
    List<Marker> markers = new ArrayList<>();
    for (double rest : solution.steadyStates()) {
      markers.add(
          new Marker.Crossing(
              rest, solution.strategy(0, rest), "at rest at " + rules.state(rest).text(4)));
    }
    List<String> notes =
        shown == 1 && rules.players() > 1
            ? List.of(name + ": each of " + rules.players() + " players")
            : List.of();
    return Charts.of(name, x, y, series, markers, notes);
  }

  /**
   * A path.
   *
   * @param at the state after years or steps
   * @param end when it has come to rest; not a number where it does not
   */
  Chart path(String name, DoubleUnaryOperator at, double end, boolean continuous) {
    GameRules rules = game.rules();
    List<String> notes = new ArrayList<>();
    double last = end;
    if (!Double.isFinite(end)) {
      last = LONG;
      notes.add(
          "the path comes to no one place of rest; drawn are "
              + (int) LONG
              + (continuous ? " years" : " steps"));
    }
    double[] times = continuous ? Grid.linear(0, last) : steps(last, notes);
    Side x =
        continuous
            ? Side.of("time", Magnitudes.timeUnit())
            : Side.of("step", org.tidemark.quantity.UnitExpression.NONE);
    Side y = Side.of("state", rules.stateUnit());
    Coordinates across = Coordinates.of(times);
    Coordinates states = Coordinates.of(at(times, at));
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Line(across, states));
    if (!continuous) {
      marks.add(new Mark.Points(across, states));
    }
    List<Marker> markers = new ArrayList<>();
    for (double rest : game.solution().steadyStates()) {
      markers.add(new Marker.Threshold(true, rest, "at rest at " + rules.state(rest).text(4)));
    }
    return Charts.of(name, x, y, List.of(new Series(name, marks)), markers, notes);
  }

  private static double[] steps(double last, List<String> notes) {
    int count = (int) Math.min(MOST_STEPS, Math.ceil(last));
    if (count < last) {
      notes.add("drawn are the first " + count + " of " + (int) Math.ceil(last) + " steps");
    }
    double[] steps = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      steps[i] = i;
    }
    return steps;
  }

  private double[] at(double[] places, DoubleUnaryOperator of) {
    double[] numbers = new double[places.length];
    for (int i = 0; i < numbers.length; i++) {
      game.rules().fields().surroundings().checkpoint();
      numbers[i] = of.applyAsDouble(places[i]);
    }
    return numbers;
  }
}
