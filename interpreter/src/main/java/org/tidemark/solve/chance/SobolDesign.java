package org.tidemark.solve.chance;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The points of the unit cube at which a model is evaluated for {@link SobolIndices}: for each of a
 * number of rows, a point of a matrix A, one of an independent matrix B, and for each input the
 * point of A with that input taken from B (A. Saltelli and others, "Variance based sensitivity
 * analysis of model output", Comput. Phys. Commun. 181, 2010), and B with that input from A where
 * pairs are wanted.
 *
 * <p>The rows of A and B are I. M. Sobol's sequence with the direction numbers of S. Joe and F. Y.
 * Kuo, shifted digitally by addressed draws; more than 500 inputs exceed those, and get addressed
 * draws instead. The points are strictly inside the cube. Immutable.
 */
public final class SobolDesign {
  private static final int MOST_DIMENSIONS = 1000;
  private static final long MOST_NUMBERS = 100_000_000;

  private final int inputs;
  private final int samples;
  private final boolean pairs;
  private final Draws draws;
  private final double[] rows;

  private SobolDesign(int inputs, int samples, boolean pairs, Draws draws) {
    this.inputs = inputs;
    this.samples = samples;
    this.pairs = pairs;
    this.draws = draws;
    this.rows = rows(2 * inputs, samples, draws);
  }

  /**
   * A design.
   *
   * @param inputs how many inputs vary, at least 1
   * @param samples how many rows, at least 2; powers of two are best
   * @param pairs whether indices of pairs of inputs are wanted
   * @param draws the source of chance
   * @throws InadmissibleSample where there are too few rows, or too many to hold
   */
  public static SobolDesign of(int inputs, int samples, boolean pairs, Draws draws) {
    if (inputs < 1) {
      throw new InadmissibleSample("no input varies", "give at least one input a distribution");
    }
    if (samples < 2) {
      throw new InadmissibleSample(
          "a variance needs at least 2 samples, and this is " + samples, "give for example 4096");
    }
    if (2L * inputs * samples > MOST_NUMBERS) {
      throw new InadmissibleSample(
          samples + " samples of " + inputs + " inputs are too many to hold",
          "give at most " + MOST_NUMBERS / (2L * inputs));
    }
    return new SobolDesign(inputs, samples, pairs, draws);
  }

  private static double[] rows(int dimensions, int samples, Draws draws) {
    double[] rows = new double[dimensions * samples];
    if (dimensions > MOST_DIMENSIONS) {
      for (int j = 0; j < dimensions; j++) {
        long key = Draws.key("sobol design " + j);
        for (int i = 0; i < samples; i++) {
          rows[i * dimensions + j] = draws.uniform(i, key);
        }
      }
      return rows;
    }
    long[] shifts = new long[dimensions];
    for (int j = 0; j < dimensions; j++) {
      shifts[j] = draws.bits(0, Draws.key("sobol design " + j), 0) >>> 12;
    }
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    for (int i = 0; i < samples; i++) {
      double[] point = sequence.nextVector();
      for (int j = 0; j < dimensions; j++) {
        // the sequence is made of multiples of 2^-52; half a step keeps it off the ends
        long bits = (long) (point[j] * 0x1p52) ^ shifts[j];
        rows[i * dimensions + j] = (bits + 0.5) * 0x1p-52;
      }
    }
    return rows;
  }

  /** How many inputs vary. */
  public int inputs() {
    return inputs;
  }

  /** How many rows there are. */
  public int samples() {
    return samples;
  }

  /** Whether indices of pairs are wanted. */
  public boolean pairs() {
    return pairs;
  }

  Draws draws() {
    return draws;
  }

  /** How many points each row has. */
  int columns() {
    return 2 + (pairs ? 2 : 1) * inputs;
  }

  /** How many points there are. */
  public int evaluations() {
    return Math.multiplyExact(samples, columns());
  }

  /**
   * One of the points.
   *
   * @param index from 0 up to {@link #evaluations()}
   * @return a number strictly between 0 and 1 for each input
   */
  public double[] point(int index) {
    int row = index / columns();
    int column = index % columns();
    int a = row * 2 * inputs;
    int b = a + inputs;
    boolean mostlyB = column == 1 || column >= 2 + inputs;
    double[] point = new double[inputs];
    System.arraycopy(rows, mostlyB ? b : a, point, 0, inputs);
    if (column >= 2) {
      int input = (column - 2) % inputs;
      point[input] = rows[(mostlyB ? a : b) + input];
    }
    return point;
  }

  /** How the points were made. */
  public String method() {
    return 2 * inputs > MOST_DIMENSIONS ? "addressed draws" : "Sobol sequence, digitally shifted";
  }
}
