package org.tidemark.solve.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.tidemark.solve.equation.Box;

/**
 * What targets tell about parameters, from the singular values of the misses' slopes. A parameter
 * that is of one sign counts in proportion to itself, another in lengths of its box.
 */
public final class Identification {
  /** Below this part of the largest singular value, a direction leaves the misses alone. */
  private static final double NOTHING = 1e-7;

  /** A parameter with less than this part in a direction is not in it. */
  private static final double ABSENT = 1e-4;

  private final int rank;
  private final double condition;
  private final boolean[] identified;
  private final List<double[]> directions;
  private final List<String> sentences;

  private Identification(
      int rank,
      double condition,
      boolean[] identified,
      List<double[]> directions,
      List<String> sentences) {
    this.rank = rank;
    this.condition = condition;
    this.identified = identified;
    this.directions = directions;
    this.sentences = List.copyOf(sentences);
  }

  /** How many directions the targets tell. */
  public int rank() {
    return rank;
  }

  /** The largest singular value over the smallest that is not nothing. */
  public double condition() {
    return condition;
  }

  /** Whether the targets tell every parameter. */
  public boolean complete() {
    return directions.isEmpty();
  }

  /** Whether they tell parameter j. */
  public boolean identified(int j) {
    return identified[j];
  }

  /**
   * Changes of the parameters that change no result, one after the other independent of each other;
   * each component is a proportion of its parameter, or of its box where it may change sign.
   */
  public List<double[]> directions() {
    return directions.stream().map(double[]::clone).toList();
  }

  /** The same in words. */
  public List<String> sentences() {
    return sentences;
  }

  static boolean isProportional(Box box, int j) {
    return box.lower(j) > 0 || box.upper(j) < 0;
  }

  static double unit(Box box, double[] at, int j) {
    return isProportional(box, j) ? Math.abs(at[j]) : box.width(j);
  }

  static Identification of(Box box, double[] at, double[][] slopes) {
    int n = box.size();
    int rows = Math.max(slopes.length, n);
    double[][] scaled = new double[rows][n];
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < n; j++) {
        scaled[i][j] = slopes[i][j] * unit(box, at, j);
      }
    }
    SingularValueDecomposition svd =
        new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false));
    double[] singular = svd.getSingularValues();
    int rank = 0;
    while (rank < n && singular[rank] > NOTHING * singular[0]) {
      rank++;
    }
    double[][] basis = new double[n - rank][];
    for (int k = rank; k < n; k++) {
      basis[k - rank] = svd.getV().getColumn(k);
    }
    List<double[]> directions = reduced(basis);
    boolean[] identified = new boolean[n];
    Arrays.fill(identified, true);
    List<String> sentences = new ArrayList<>();
    for (double[] direction : directions) {
      for (int j = 0; j < n; j++) {
        identified[j] &= Math.abs(direction[j]) < ABSENT;
      }
      sentences.add(sentence(box, direction));
    }
    double condition = rank == 0 ? 1 : singular[0] / singular[rank - 1];
    return new Identification(rank, condition, identified, directions, sentences);
  }

  /** Directions with as few parameters in each as elimination gives. */
  private static List<double[]> reduced(double[][] basis) {
    int n = basis.length == 0 ? 0 : basis[0].length;
    boolean[] used = new boolean[n];
    for (int k = 0; k < basis.length; k++) {
      int pivot = -1;
      for (int j = 0; j < n; j++) {
        if (!used[j] && (pivot < 0 || Math.abs(basis[k][j]) > Math.abs(basis[k][pivot]) + 1e-9)) {
          pivot = j;
        }
      }
      used[pivot] = true;
      double by = basis[k][pivot];
      for (int j = 0; j < n; j++) {
        basis[k][j] /= by;
      }
      for (int i = 0; i < basis.length; i++) {
        double times = basis[i][pivot];
        for (int j = 0; i != k && j < n; j++) {
          basis[i][j] -= times * basis[k][j];
        }
      }
    }
    for (double[] direction : basis) {
      for (int j = 0; j < n; j++) {
        if (Math.abs(direction[j]) < ABSENT) {
          direction[j] = 0;
        }
      }
    }
    return List.of(basis);
  }

  private static String sentence(Box box, double[] direction) {
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < direction.length; j++) {
      if (direction[j] != 0) {
        parts.add(
            box.name(j)
                + (direction[j] > 0 ? " rises by " : " falls by ")
                + rounded(Math.abs(direction[j]))
                + " %"
                + (isProportional(box, j) ? "" : " of its range"));
      }
    }
    return parts.size() == 1
        ? "no target depends on " + box.name(only(direction))
        : "the targets stay as they are when " + String.join(" and ", parts);
  }

  private static int only(double[] direction) {
    int j = 0;
    while (direction[j] == 0) {
      j++;
    }
    return j;
  }

  private static String rounded(double value) {
    double rounded = Math.rint(value * 1000) / 1000;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
