package org.tidemark.solve.chance;

/**
 * The points of the unit cube at which a model is evaluated for {@link MorrisScreening} (M. D.
 * Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33,
 * 1991): trajectories over a grid of levels that move one input at a time, each by half the number
 * of levels; or the whole grid. Immutable.
 */
public final class MorrisDesign {
  private static final int MOST_POINTS = 50_000_000;

  private final int inputs;
  private final int trajectories;
  private final int levels;
  private final double low;
  private final double high;
  private final Draws draws;

  private MorrisDesign(
      int inputs, int trajectories, int levels, double low, double high, Draws draws) {
    this.inputs = inputs;
    this.trajectories = trajectories;
    this.levels = levels;
    this.low = low;
    this.high = high;
    this.draws = draws;
    if (inputs < 1) {
      throw new InadmissibleSample("no input varies", "give at least one input a distribution");
    }
    if (levels < 2 || levels % 2 != 0) {
      throw new InadmissibleSample(
          "screening wants an even number of levels, and this is " + levels, "give 4");
    }
    if (!(low >= 0 && low < high && high <= 1)) {
      throw new InadmissibleSample(
          "levels lie from 0 to 1, and these from " + low + " to " + high,
          "give for example 0.05 and 0.95");
    }
  }

  /**
   * Trajectories over a grid.
   *
   * @param inputs how many inputs vary, at least 1
   * @param trajectories how many, at least 2; each takes one evaluation more than there are inputs
   * @param levels how many levels each input has, an even number; 4 is customary
   * @param low the lowest level, at least 0; above 0 where a quantile at 0 is infinite
   * @param high the highest level, at most 1
   * @param draws the source of chance
   */
  public static MorrisDesign trajectories(
      int inputs, int trajectories, int levels, double low, double high, Draws draws) {
    if (trajectories < 2 || (inputs + 1L) * trajectories > MOST_POINTS) {
      throw new InadmissibleSample(
          "screening cannot do with " + trajectories + " trajectories", "give 10 to 1000");
    }
    return new MorrisDesign(inputs, trajectories, levels, low, high, draws);
  }

  /** Every elementary effect of the grid: nothing is left to chance, and no error remains. */
  public static MorrisDesign full(int inputs, int levels, double low, double high) {
    if (inputs * StrictMath.log(levels) > StrictMath.log(MOST_POINTS)) {
      throw new InadmissibleSample(
          "a whole grid of " + levels + " levels has too many points for " + inputs + " inputs",
          "take trajectories");
    }
    return new MorrisDesign(inputs, 0, levels, low, high, new Draws(0));
  }

  /** How many inputs vary. */
  public int inputs() {
    return inputs;
  }

  /** How many trajectories there are, 0 for the whole grid. */
  public int trajectories() {
    return trajectories;
  }

  Draws draws() {
    return draws;
  }

  /** By how much an input moves, in the unit cube. */
  public double step() {
    return (high - low) * levels / (2.0 * (levels - 1));
  }

  /** How many points there are. */
  public int evaluations() {
    if (trajectories > 0) {
      return trajectories * (inputs + 1);
    }
    int points = 1;
    for (int i = 0; i < inputs; i++) {
      points *= levels;
    }
    return points;
  }

  /**
   * One of the points.
   *
   * @param index from 0 up to {@link #evaluations()}
   */
  public double[] point(int index) {
    double[] point = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      int level = trajectories > 0 ? walked(index, i) : index / stride(i) % levels;
      point[i] = low + (high - low) * level / (levels - 1);
    }
    return point;
  }

  private int walked(int index, int input) {
    int trajectory = index / (inputs + 1);
    int moved = index % (inputs + 1);
    int half = levels / 2;
    int base = draws.below(half, trajectory, key("base", input));
    boolean up = rises(trajectory, input);
    boolean done = place(trajectory, input) < moved;
    return up == done ? base + half : base;
  }

  private boolean rises(int trajectory, int input) {
    return draws.below(2, trajectory, key("direction", input)) == 0;
  }

  /** When an input's turn comes in a trajectory: its rank among random numbers. */
  private int place(int trajectory, int input) {
    double own = draws.uniform(trajectory, key("turn", input));
    int before = 0;
    for (int other = 0; other < inputs; other++) {
      double its = draws.uniform(trajectory, key("turn", other));
      before += its < own || its == own && other < input ? 1 : 0;
    }
    return before;
  }

  private static long key(String what, int input) {
    return Draws.key("morris " + what + " " + input);
  }

  private int stride(int input) {
    int stride = 1;
    for (int i = 0; i < input; i++) {
      stride *= levels;
    }
    return stride;
  }

  /** The elementary effects of an input, from the outcomes at the points. */
  double[] effects(int input, double[] outcomes) {
    if (trajectories > 0) {
      double[] effects = new double[trajectories];
      for (int t = 0; t < trajectories; t++) {
        int from = t * (inputs + 1) + place(t, input);
        double change = outcomes[from + 1] - outcomes[from];
        effects[t] = (rises(t, input) ? change : -change) / step();
      }
      return effects;
    }
    int half = levels / 2;
    int stride = stride(input);
    double[] effects = new double[outcomes.length / 2];
    int count = 0;
    for (int i = 0; i < outcomes.length; i++) {
      if (i / stride % levels < half) {
        effects[count++] = (outcomes[i + half * stride] - outcomes[i]) / step();
      }
    }
    return effects;
  }

  /** How the points were chosen. */
  public String method() {
    return (trajectories > 0 ? trajectories + " trajectories" : "every elementary effect")
        + " over "
        + levels
        + " levels";
  }
}
