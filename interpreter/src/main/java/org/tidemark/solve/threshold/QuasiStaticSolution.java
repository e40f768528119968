package org.tidemark.solve.threshold;

import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.RemainingDistanceSolution;
import org.tidemark.solve.SymmetricGame;

/** The quasi-static treatment: strategies of the game that stands still, on a moving threshold. */
final class QuasiStaticSolution implements MovingSolution {
  private final MovingThreshold moving;
  private final Conduct conduct;
  private final double horizon;
  private final RemainingDistanceSolution still;
  private final OutputPath path;
  private final MovingOutcome initially;

  QuasiStaticSolution(MovingThreshold moving, Conduct conduct, double initial) {
    InadmissibleThreshold.notNegative(
        "remaining", initial, "the crossing lies behind", "give a distance of zero or more");
    this.moving = moving;
    this.conduct = conduct;
    this.horizon = moving.horizon(conduct, initial);
    this.still = conduct.still(moving.game());
    this.initially = at(initial, 0);
    double pace = still.timeToCrossing(initial) / 8;
    this.path =
        new OutputPath(
            moving.threshold(),
            moving.releases(),
            (remaining, time) -> stillAt(time).aggregateOutput(remaining),
            initial,
            pace > 0 ? pace : 1,
            horizon);
  }

  /** The game with the demand of a time. */
  private RemainingDistanceSolution stillAt(double time) {
    if (moving.demand().isNone()) {
      return still;
    }
    SymmetricGame game = moving.game();
    return conduct.still(
        new SymmetricGame(
            game.firms(),
            game.choke(),
            game.slope() / moving.demand().at(time),
            game.discountRate(),
            game.continuationValue()));
  }

  @Override
  public MovingThreshold of() {
    return moving;
  }

  @Override
  public Conduct conduct() {
    return conduct;
  }

  @Override
  public double crossingTime() {
    return path.crossing();
  }

  @Override
  public double horizon() {
    return horizon;
  }

  @Override
  public MovingOutcome at(double remaining, double time) {
    InadmissibleThreshold.notNegative(
        "remaining", remaining, "the crossing lies behind", "ask at a distance of zero or more");
    InadmissibleThreshold.notNegative(
        "time", time, "paths start at the present", "ask for a time of zero or later");
    OutcomeAtDistance outcome = stillAt(time).at(remaining);
    return new MovingOutcome(
        remaining,
        time,
        outcome.value(),
        outcome.userCost(),
        outcome.aggregateOutput(),
        outcome.output(),
        outcome.price(),
        Double.NaN);
  }

  @Override
  public MovingOutcome initially() {
    return initially;
  }

  @Override
  public double remainingAfter(double time) {
    InadmissibleThreshold.notNegative(
        "time", time, "paths start at the present", "ask for a time of zero or later");
    return path.remainingAt(time);
  }

  @Override
  public double driftRatio() {
    return path.driftRatio();
  }

  @Override
  public double error() {
    return path.error();
  }

  /** Of the equation of the game that stands still, which leaves the drift out. */
  @Override
  public double residual() {
    return stillAt(0).residual(initially.remaining());
  }

  @Override
  public String method() {
    return "quasi-static: "
        + still.method()
        + ", followed along a moving threshold ("
        + moving.threshold().method()
        + ")";
  }
}
