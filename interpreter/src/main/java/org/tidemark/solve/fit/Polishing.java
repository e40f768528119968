package org.tidemark.solve.fit;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/** The last digits of a nonlinear fit, and what is said of it there. */
final class Polishing {
  private static final int STEPS = 40;

  /** A step beyond so many standard errors is no longer one of last digits. */
  private static final double LAST_DIGITS = 1e-3;

  /** Derivatives that were extrapolated are good to some eleven digits. */
  private static final double INDISTINCT = 1e-11;

  /** Where errors vanish, so many digits of the estimates or of the predictions will do. */
  private static final double DIGITS = 1e6;

  private final Objective objective;
  private final List<Start> starts;
  private final String method;
  private final double responseLength;

  Polishing(Objective objective, List<Start> starts, String method) {
    this.objective = objective;
    this.starts = starts;
    this.method = method;
    this.responseLength = StrictMath.sqrt(Objective.sumOfSquares(objective.response()));
  }

  /**
   * Takes full Gauss–Newton steps until they shrink no more.
   *
   * @throws InadmissibleFit if that is not near a minimum
   */
  Regression from(double[] start) {
    Tangent here = new Tangent(start);
    for (int i = 0; i < STEPS && here.size > 0; i++) {
      double[] next = here.next();
      if (next == null) {
        break;
      }
      Tangent there = new Tangent(next);
      if (!(there.size < here.size)) {
        break;
      }
      here = there;
    }
    if (!(here.size <= LAST_DIGITS)) {
      throw InadmissibleFit.noMinimum(
          starts.get(here.furthest).name(),
          here.point[here.furthest],
          "the search came to no smooth minimum: the sum of squares falls without end, or the curve has"
              + " a kink where it is lowest",
          "give every parameter a box or another start, or a curve with fewer parameters");
    }
    return here.regression();
  }

  /** The curve replaced by its tangent at a point, and the step that is best for that. */
  private final class Tangent {
    private final double[] point;
    private final boolean[] pressed;
    private final DD[][] design;
    private final DD[] residuals;
    private final ExtendedQr decomposition;
    private final DD[] step;
    private final double size;
    private int furthest;

    Tangent(double[] point) {
      this.point = point;
      this.residuals = Extended.of(objective.residuals(point));
      double[][] derivatives = objective.carefulDerivatives(point);
      this.pressed = new boolean[point.length];
      this.design = new DD[point.length][];
      for (int j = 0; j < point.length; j++) {
        DD[] column = Extended.of(InadmissibleFit.finite(slope(j), derivatives[j]));
        double downhill = Extended.dot(column, residuals).doubleValue();
        Start start = starts.get(j);
        pressed[j] =
            (point[j] <= start.low() && downhill <= 0)
                || (point[j] >= start.high() && downhill >= 0);
        if (pressed[j]) {
          java.util.Arrays.fill(column, DD.ZERO);
        }
        design[j] = column;
      }
      this.decomposition = ExtendedQr.of(design, residuals, INDISTINCT);
      this.step = decomposition.coefficients();
      this.size = size();
    }

    private String slope(int parameter) {
      return "derivative with respect to " + starts.get(parameter).name();
    }

    /** The largest part of the step in standard errors; where there are none, in digits. */
    private double size() {
      double variance = Extended.dot(residuals, residuals).doubleValue();
      double deviation =
          StrictMath.sqrt(variance / Math.max(1, residuals.length - decomposition.rank()));
      DD[][] inverse = decomposition.inverseTriangle();
      double largest = 0;
      for (int j = 0; j < point.length; j++) {
        double move = Math.abs(step[j].doubleValue());
        if (move == 0) {
          continue;
        }
        double error = deviation * Extended.dot(inverse[j], inverse[j]).sqrt().doubleValue();
        double part = Math.min(move / error, DIGITS * move / Math.abs(point[j]));
        if (part > largest) {
          largest = part;
          furthest = j;
        }
      }
      DD[] without = Extended.residuals(design, step, residuals);
      double change = 0;
      for (int i = 0; i < without.length; i++) {
        change = StrictMath.hypot(change, residuals[i].subtract(without[i]).doubleValue());
      }
      return responseLength == 0 ? largest : Math.min(largest, DIGITS * change / responseLength);
    }

    /** The point that the step leads to, or null where that is worse beyond rounding. */
    double[] next() {
      double[] next = point.clone();
      for (int j = 0; j < next.length; j++) {
        next[j] = starts.get(j).clamp(DD.of(point[j]).add(step[j]).doubleValue());
      }
      double before = Extended.dot(residuals, residuals).sqrt().doubleValue();
      double after = StrictMath.sqrt(objective.sumOfSquaresAt(next));
      boolean fine = after <= before * (1 + 1e-9) + 8 * 0x1p-53 * responseLength;
      return fine ? next : null;
    }

    Regression regression() {
      DD[] response = Extended.of(objective.response());
      return new Regression(
          method,
          starts.stream().map(Start::name).toList(),
          point,
          decomposition,
          design,
          response,
          residuals,
          true,
          size,
          untold());
    }

    private List<Untold> untold() {
      boolean[] told = new boolean[point.length];
      for (int column : decomposition.told()) {
        told[column] = true;
      }
      List<Untold> untold = new ArrayList<>();
      for (int j = 0; j < point.length; j++) {
        if (!told[j]) {
          untold.add(new Untold(starts.get(j).name(), reason(j)));
          for (int partner : partners(j)) {
            String with = "only together with " + starts.get(j).name();
            untold.add(new Untold(starts.get(partner).name(), with));
          }
        }
      }
      return untold;
    }

    /** The parameters that can make up for a change of one that is not told. */
    private List<Integer> partners(int parameter) {
      DD[] combination = ExtendedQr.of(toldColumns(), design[parameter], INDISTINCT).coefficients();
      int[] told = decomposition.told();
      double length = Extended.dot(design[parameter], design[parameter]).sqrt().doubleValue();
      List<Integer> partners = new ArrayList<>();
      for (int k = 0; k < combination.length && length > 0; k++) {
        DD[] column = design[told[k]];
        double part = Extended.dot(column, column).sqrt().multiply(combination[k]).doubleValue();
        if (Math.abs(part) > 1e-6 * length) {
          partners.add(told[k]);
        }
      }
      return partners;
    }

    private DD[][] toldColumns() {
      int[] told = decomposition.told();
      DD[][] columns = new DD[told.length][];
      for (int k = 0; k < told.length; k++) {
        columns[k] = design[told[k]];
      }
      return columns;
    }

    private String reason(int parameter) {
      if (pressed[parameter]) {
        return "the best value lies at the end of its box, and the data push further";
      }
      for (DD entry : design[parameter]) {
        if (entry.doubleValue() != 0) {
          return "others can make up for any change of it";
        }
      }
      return "nothing that was observed depends on it";
    }
  }
}
