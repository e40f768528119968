package org.tidemark.solve.game;

import java.util.Arrays;
import org.tidemark.solve.CooperativeOutcome;
import org.tidemark.solve.OutcomeAtDistance;
import org.tidemark.solve.SymmetricGame;

/**
 * The way from the crossing of one producer to whom the crossing is worth nothing. Its output
 * starts from zero as the square root of the distance, where no series in the distance begins; the
 * closed form of the sole owner holds until a capacity binds.
 */
final class SoleStart extends Piece {
  /** Well away from the start, in units of the choke price over the slope. */
  private static final double FAR_ENOUGH = 0.25;

  private final int groups;
  private final int producer;
  private final CooperativeOutcome outcome;
  private final double end;
  private final Activity after;
  private final boolean oneRate;

  SoleStart(ScaledFirms firms, int producer) {
    this(firms, producer, owner(firms, producer));
  }

  private SoleStart(ScaledFirms firms, int producer, CooperativeOutcome outcome) {
    super(0, length(firms, producer, outcome), regime(firms.count(), producer, Activity.INTERIOR));
    this.groups = firms.count();
    this.producer = producer;
    this.outcome = outcome;
    this.end = to();
    this.oneRate = firms.oneRate();
    this.after = firms.capacity(producer) <= FAR_ENOUGH ? Activity.AT_CAPACITY : Activity.INTERIOR;
  }

  private static CooperativeOutcome owner(ScaledFirms firms, int producer) {
    return new SymmetricGame(1, firms.margin(producer), 1, firms.rate(producer), 0)
        .cooperativeOutcome();
  }

  /** Output s closes the log gap -ln(1 - 2 s), which is discounted time. */
  private static double length(ScaledFirms firms, int producer, CooperativeOutcome outcome) {
    double output = Math.min(firms.capacity(producer), FAR_ENOUGH);
    return outcome.distanceCrossedIn(
        -StrictMath.log1p(-2 * output / firms.margin(producer)) / firms.rate(producer));
  }

  private static Activity[] regime(int groups, int producer, Activity what) {
    Activity[] regime = new Activity[groups];
    Arrays.fill(regime, Activity.SHUT_DOWN);
    regime[producer] = what;
    return regime;
  }

  /** What holds beyond it. */
  Activity[] nextRegime() {
    return regime(groups, producer, after);
  }

  @Override
  void evaluate(double x, double[] state, double[] slopes) {
    Arrays.fill(state, 0);
    OutcomeAtDistance at = outcome.at(x);
    state[producer] = at.value();
    state[groups] = at.timeToCrossing();
    if (oneRate) {
      state[groups + 1] = outcome.presentValues(x).consumerSurplus();
    }
    if (slopes != null) {
      double output = at.aggregateOutput();
      Arrays.fill(slopes, 0);
      slopes[producer] = at.marginalValue();
      slopes[groups] = 1 / output;
      slopes[groups + 1] = oneRate && output > 0 ? output / 2 - state[groups + 1] / output : 0;
    }
  }

  @Override
  double[] end() {
    double[] state = new double[groups + 2];
    evaluate(end, state, null);
    return state;
  }
}
